import type { Answers } from './answer.ts';
import { honest } from './right-answers.ts';
import { change, dropMembers, find, isList, isMapping, type Mapping } from './change.ts';
import { ifValid, isAbsent, says } from './wrong.ts';

/** Implementations that check a document well, and answer it without all or some of its defaults. */
export const WRONG_ECHOES = {
  echo: ifValid((document) => ({ kind: 'accepted', normal: document })),
  'echo-of-given-keys': answers((normal, document) => onlyGiven(normal, document)),
  'echo-with-nulls': answers((normal, document) => nullUnlessGiven(normal, document)),
  'defaults-at-top-level-only': answers((normal, document) =>
    isMapping(normal) ? { ...normal, ...givenObjects(normal, document) } : normal,
  ),
  'defaults-inside-objects-only': answers((normal, document) =>
    dropMembers(normal, (key) => isAbsent(document[key])),
  ),
  'empty-lists-left-out': says('', (normal) => dropMembers(normal, (_, member) => isEmptyList(member))),
  'empty-lists-as-null': says('/*', (member) => (isEmptyList(member) ? null : member)),
  'default-durations-left-out': leavesOut('', 'max_duration', 'stop_duration', 'idle_duration'),
  'default-policies-left-out': leavesOut('', 'spot_policy', 'creation_policy', 'retry'),
  'default-resources-left-out': leavesOut('', 'resources'),
  'default-disk-left-out': leavesOut('/resources', 'disk'),
  'default-retry-duration-left-out': leavesOut('/retry', 'duration'),
  'default-gpu-count-left-out': leavesOut('/resources/gpu', 'count'),
  'default-volume-optional-left-out': answers((normal, document) =>
    change(normal, '/volumes', (volumes) => withGivenOptional(volumes, document)),
  ),
} satisfies Readonly<Record<string, Answers>>;

/** Answers the normal form as `by` writes it. `document` is the mapping that it comes from. */
function answers(by: (normal: unknown, document: Mapping) => unknown): Answers {
  return ifValid((document) => {
    const answer = honest(document);
    if (answer.kind === 'rejected' || !isMapping(document)) return answer;
    return { kind: 'accepted', normal: by(answer.normal, document) };
  });
}

/** Leaves out the members `keys` of the mapping at `pointer` if the document does not give them. */
function leavesOut(pointer: string, ...keys: readonly string[]): Answers {
  return answers((normal, document) =>
    change(normal, pointer, (mapping) => {
      const source = find(document, pointer);
      const given = isMapping(source) || isAbsent(source) ? source : mapping;
      return dropMembers(mapping, (key) => keys.includes(key) && isAbsent(find(given, `/${key}`)));
    }),
  );
}

/** Returns the members that the document gives, at any depth. A value in a short form is returned whole. */
function onlyGiven(normal: unknown, document: unknown): unknown {
  if (isList(normal) && isList(document)) return normal.map((item, at) => onlyGiven(item, document[at]));
  if (!isMapping(normal) || !isMapping(document)) return normal;
  const given = dropMembers(normal, (key) => isAbsent(document[key]));
  return isMapping(given)
    ? Object.fromEntries(
        Object.entries(given).map(([key, member]) => [key, onlyGiven(member, document[key])]),
      )
    : given;
}

/** Does the same as `onlyGiven`, but with null for each member that the document does not give. */
function nullUnlessGiven(normal: unknown, document: unknown): unknown {
  if (!isMapping(normal) || !isMapping(document)) return normal;
  return Object.fromEntries(
    Object.entries(normal).map(([key, member]) => [
      key,
      isAbsent(document[key]) ? null : nullUnlessGiven(member, document[key]),
    ]),
  );
}

function givenObjects(normal: Mapping, document: Mapping): Mapping {
  const objects = Object.entries(normal).filter(([key]) => !isAbsent(document[key]));
  return Object.fromEntries(objects.map(([key, member]) => [key, onlyGiven(member, document[key])]));
}

function withGivenOptional(volumes: unknown, document: Mapping): unknown {
  if (!isList(volumes)) return volumes;
  return volumes.map((volume, at) => {
    const given = find(isList(document.volumes) ? document.volumes[at] : undefined, '/optional');
    return dropMembers(volume, (key) => key === 'optional' && isAbsent(given));
  });
}

function isEmptyList(value: unknown): boolean {
  return isList(value) && value.length === 0;
}
