import type { Answers } from './answer.ts';
import { change, changeAll, changeTexts, dropMembers, isList, isMapping } from './change.ts';
import { DURATIONS, secondsOf } from './durations.ts';
import { says } from './wrong.ts';

/** Implementations that write every value in a way of their own. Their answers are complete and right. */
export const HARMLESS = {
  'answer-with-keys-reversed': says('', reversed),
  'answer-without-nulls': says('', withoutNulls),
  'answer-with-env-reversed': says('/env', (env) => (isList(env) ? [...env].reverse() : env)),
  'answer-with-env-by-utf-16': says('/env', (env) => (isList(env) ? env.map(String).sort() : env)),
  'answer-with-env-as-mapping': says('/env', envAsMapping),
  'answer-in-seconds': says('', (normal) =>
    changeAll(normal, DURATIONS, (duration) => secondsOf(duration) ?? duration),
  ),
  'answer-in-megabytes': says('/resources', (resources) =>
    changeAll(resources, SIZES, (size) => changeTexts(size, inMegabytes)),
  ),
  'answer-in-numbers-and-words': says('', (normal) =>
    change(change(normal, '/nodes', String), '/privileged', (privileged) =>
      privileged === true ? 'yes' : 0,
    ),
  ),
  'answer-with-blanks': says('/resources', (resources) =>
    changeTexts(resources, (text) => text.replace('..', ' .. ')),
  ),
  'answer-with-long-paths': says('', (normal) =>
    change(normal, '/working_dir', (path) => `./${String(path)}/`),
  ),
} satisfies Readonly<Record<string, Answers>>;

const SIZES = ['/memory', '/shm_size', '/disk', '/gpu/memory', '/gpu/total_memory'];

function reversed(value: unknown): unknown {
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, reversed(member)] as const)
      .reverse(),
  );
}

/** Leaves out the members that are null, at any depth. Their absence means the same, except for the disk. */
function withoutNulls(value: unknown): unknown {
  if (!isMapping(value)) return value;
  const said = dropMembers(value, (key, member) => member === null && key !== 'disk');
  return isMapping(said)
    ? Object.fromEntries(Object.entries(said).map(([key, member]) => [key, withoutNulls(member)]))
    : said;
}

function envAsMapping(env: unknown): unknown {
  if (!isList(env)) return env;
  return Object.fromEntries(
    env.map((entry) => {
      const [, name = '', value] = /^([^=]*)(?:=([^]*))?$/.exec(String(entry)) ?? [];
      return [name, value ?? { key: name }];
    }),
  );
}

function inMegabytes(size: string): string {
  return size
    .replace(/\d+(?:\.\d+)?(?=GB)/g, (gigabytes) => `${Number(gigabytes) * 1024} m`)
    .replace(/ mGB/g, ' mb');
}
