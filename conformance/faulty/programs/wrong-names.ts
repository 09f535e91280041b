import type { Answers } from './answer.ts';
import { honest } from './right-answers.ts';
import { changeAll, changeKeys, changeTexts, dropMembers, isMapping } from './change.ts';
import { DURATIONS } from './durations.ts';
import { allows, tolerates } from './wrong.ts';

/** Implementations that know fields and words by other names too. */
export const WRONG_NAMES = {
  'names-in-camel-case': renames((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
  'names-in-any-case': renames((name) => name.toLowerCase()),
  'names-with-dashes': renames((name) => name.replaceAll('-', '_')),
  'names-with-blanks': renames((name) => name.trim()),
  'names-without-final-s': renamesFields((name) => (FIELDS.includes(`${name}s`) ? `${name}s` : name)),
  'names-with-final-s': renamesFields((name) =>
    FIELDS.includes(name.replace(/s$/, '')) ? name.replace(/s$/, '') : name,
  ),
  'names-cut-short': renamesFields(
    (name) => (name.length > 2 ? FIELDS.find((field) => field.startsWith(name)) : undefined) ?? name,
  ),
  'names-with-x-ignored': ignores((name) => name.startsWith('x-')),
  'unknown-fields-with-null-ignored': ignores((name, value) => value === null && !FIELDS.includes(name)),
  'words-in-any-case': toleratesWords((word) => word.toLowerCase()),
  'words-with-underscores': toleratesWords((word) => word.replaceAll('_', '-')),
  'words-with-blanks': toleratesWords((word) => word.trim()),
  'spot-policy-boolean': tolerates('/spot_policy', (policy) =>
    typeof policy === 'boolean' ? (policy ? 'spot' : 'on-demand') : policy,
  ),
  'single-retry-event': tolerates('/retry', (retry) =>
    EVENTS.includes(String(retry)) ? { on_events: [retry] } : retry,
  ),
  'off-by-other-words': toleratesDurations((text) =>
    text.replace(/^(?:unlimited|never|none|no|false|infinite|-)$/i, 'off'),
  ),
  'units-written-out': toleratesDurations((text) =>
    text.replace(
      /^(\d+) *(sec|min|hour|hr|day|week)(?:ond|ute)?s?$/,
      (_, amount: string, unit: string) => amount + unit.charAt(0),
    ),
  ),
  'durations-with-fraction': toleratesDurations((text) => text.replace(/^(\d+)\.\d+ *([smhdw])$/, '$1$2')),
  'durations-of-several-parts': toleratesDurations((text) => text.replace(/^(\d+[wdhm]) *\d+[dhms]$/, '$1')),
  'sizes-in-binary-units': toleratesSizes((text) => text.replace(/([MGT])iB/g, '$1B')),
  'accepts-unknown-fields-in-gpu': allows('gpu/known-fields'),
  'accepts-unknown-fields-in-retry': allows('retry/known-fields'),
  'accepts-unknown-fields-in-volumes': allows('volumes/known-fields'),
  'accepts-unknown-fields-in-registry-auth': allows('registry_auth/known-fields'),
} satisfies Readonly<Record<string, Answers>>;

/** The fields of the page, as the normal form of any task lists them. */
const FIELDS = fieldsOfTask();

const EVENTS = ['no-capacity', 'interruption', 'error'];

/** Renames the keys of every mapping except `env` before they are checked. */
function renames(by: (name: string) => string): Answers {
  return tolerates('', (document) => {
    const renamed = changeKeys(document, by);
    return isMapping(document) && isMapping(renamed) && 'env' in document
      ? { ...renamed, env: document.env }
      : renamed;
  });
}

/** Renames fields of the top level. */
function renamesFields(by: (name: string) => string): Answers {
  return tolerates('', (document) =>
    isMapping(document)
      ? Object.fromEntries(
          Object.entries(document).map(([name, value]) => [FIELDS.includes(name) ? name : by(name), value]),
        )
      : document,
  );
}

function ignores(isIgnored: (name: string, value: unknown) => boolean): Answers {
  return tolerates('', (document) => dropMembers(document, isIgnored));
}

/** Changes the words of fields that accept one of a few words. */
function toleratesWords(by: (word: string) => string): Answers {
  return tolerates('', (document) => changeAll(document, WORDS, (found) => changeTexts(found, by)));
}

const WORDS = [
  '/type',
  '/spot_policy',
  '/creation_policy',
  '/termination_policy',
  '/backends',
  '/retry/on_events',
];

function toleratesDurations(by: (text: string) => string): Answers {
  return tolerates('', (document) => changeAll(document, DURATIONS, (found) => changeTexts(found, by)));
}

function toleratesSizes(by: (text: string) => string): Answers {
  return tolerates('', (document) =>
    changeAll(document, ['/resources/memory', '/resources/shm_size', '/resources/disk'], (found) =>
      changeTexts(found, by),
    ),
  );
}

function fieldsOfTask(): readonly string[] {
  const answer = honest({ type: 'task', commands: ['echo'] });
  return answer.kind === 'accepted' && isMapping(answer.normal) ? Object.keys(answer.normal) : [];
}
