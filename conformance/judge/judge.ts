import type { ReportedViolation } from '../../spec/generated/protocol.ts';
import { ABOUT_TEXT } from '../../spec/generated/attributes.ts';
import { LEVELS, type RequirementId } from '../../spec/generated/levels.ts';
import type { NormalForm } from '../../spec/generated/normal-form.ts';
import { interpret } from '../../reference/interpret.ts';
import { LANGUAGE } from '../../reference/editions/dstack-0.18.42/language.ts';
import { readJson } from '../../reference/json/json.ts';
import type { Origin } from '../../reference/fields/origin.ts';
import { parent, step } from '../../reference/document/pointer.ts';
import type { Violation } from '../../reference/document/violation.ts';
import type { ExpectedViolation, TestCase } from '../case/case.ts';
import { cut } from '../protocol/cut.ts';
import {
  difference,
  differingPaths,
  leftOutDifference,
  levelOf,
  notablePaths,
  valueAt,
  worstLevel,
  wrongValuesAt,
} from './difference.ts';
import { leftOutPlaces, saysOnlyLess, withoutNulls } from './left-out.ts';
import { originsOf, type Origins } from './origins.ts';
import type { Difference, Fail, Pass, PathScore, Unsupported } from './outcome.ts';
import type { Answer } from '../protocol/protocol.ts';
import { isOutsized } from './outsized.ts';
import { repair, type Repair } from './repair.ts';

export type Judgement = Pass | Fail | Unsupported;

const CANONICAL: Pass = { kind: 'pass', canonical: true };
const SPELLED: Pass = { kind: 'pass', canonical: false };
/** Longest text of an implementation that an outcome repeats, in characters. */
const REPEATED = 300;

/**
 * Compares an answer with what is expected. Meaning counts, not text: an accepted answer is itself read as a
 * configuration, and its normal form is compared. It must say every value: a value of the expected normal form that the
 * answer leaves out, or gives as null, is a failure of that default's requirement. A rejection passes whatever it says;
 * naming the place is a score.
 */
export function judge(test: TestCase, answer: Answer): Judgement {
  switch (answer.kind) {
    case 'same':
      return CANONICAL;
    case 'unsupported':
      return { kind: 'unsupported', reason: cut(answer.reason, REPEATED) };
    case 'rejected':
      return judgeRejection(test, answer.violations);
    case 'accepted':
      return judgeAcceptance(test, answer.value, answer.json);
  }
}

function judgeRejection(test: TestCase, violations: readonly ReportedViolation[]): Judgement {
  const { expected } = test;
  if (expected.kind === 'rejected')
    return { kind: 'pass', path: scorePaths(expected.violations, violations) };
  const requirements = usedBy(test);
  const [first] = violations;
  const said = first?.message === undefined ? '' : `: ${cut(first.message, REPEATED)}`;
  const where = first?.path === undefined ? '' : ` at ${JSON.stringify(cut(first.path, REPEATED))}`;
  return {
    kind: 'fail',
    level: levelOf(requirements),
    message: `rejected a valid configuration${where}${said}`,
    requirements,
    differences: [],
  };
}

function judgeAcceptance(test: TestCase, value: unknown, json: string): Judgement {
  const { expected } = test;
  if (expected.kind === 'rejected') return wronglyAccepted(expected.violations);
  const wanted: unknown = JSON.parse(expected.normal);
  const plainly = differingPaths(wanted, value);
  if (plainly.length === 0) return CANONICAL;
  if (saysOnlyLess(plainly, wanted, value)) return SPELLED;
  if (isOutsized(value, wanted)) return failWith(wrongValues(test, plainly, wanted, value));
  const received = readAccepted(value, json);
  const verdict = interpret(LANGUAGE, received);
  if (verdict.kind === 'accepted') return judgeMeaning(test, wanted, received, verdict.normal);
  // A null in the place of a value says nothing. What the rest of the answer says can still be read.
  const rest = withoutNulls(received, wanted);
  const again = interpret(LANGUAGE, rest);
  return again.kind === 'accepted'
    ? judgeMeaning(test, wanted, rest, again.normal)
    : meaningless(test, wanted, received, verdict.violations);
}

/** Compares what a valid answer means, and which values it says itself. */
function judgeMeaning(test: TestCase, wanted: unknown, received: unknown, meaning: NormalForm): Pass | Fail {
  const normal: unknown = JSON.parse(LANGUAGE.stringify(meaning));
  const wrong = differingPaths(wanted, normal);
  const silent = leftOutPlaces(received, wanted);
  if (wrong.length === 0 && silent.size === 0) return SPELLED;
  return failWith([
    ...wrongValues(test, wrong, wanted, normal, silent),
    ...leftOutValues(silent, wrong, wanted, received),
  ]);
}

function wronglyAccepted(violations: readonly ExpectedViolation[]): Fail {
  const requirements = [...new Set(violations.map(({ requirement }) => requirement))];
  return {
    kind: 'fail',
    level: worstLevel(requirements.map((id) => LEVELS[id])),
    message: 'accepted an invalid configuration',
    requirements,
    differences: [],
  };
}

/** An accepted answer that is no valid configuration: what it breaks, at the places of the normal form. */
function meaningless(
  test: TestCase,
  wanted: unknown,
  received: unknown,
  violations: readonly Violation[],
): Fail {
  const [first] = violations;
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  const said = first === undefined ? '' : ` (${cut(`${where}${first.message}`, REPEATED)})`;
  const message = `accepted, but the normal form it gives is itself invalid${said}`;
  const isWhole = violations.every(({ path }) => path === '');
  const repaired = isWhole ? repair(wanted, received) : undefined;
  if (repaired !== undefined) return failWith(differencesAround(test, wanted, received, repaired), message);
  const paths = [...new Set(violations.map(({ path }) => path))];
  const wrong = wrongValues(test, paths, wanted, received);
  return failWith(isWhole ? wrong.map((each) => asBreaking(each, violations)) : wrong, message);
}

/** The field that makes the answer invalid, and whatever else is wrong with it. */
function differencesAround(
  test: TestCase,
  wanted: unknown,
  received: unknown,
  { field, document, normal }: Repair,
): Difference[] {
  const place = step(field);
  const paths = differingPaths(valueAt(wanted, place), valueAt(received, place), place);
  const rest = judgeMeaning(test, wanted, document, normal);
  return [...wrongValues(test, paths, wanted, received), ...(rest.kind === 'fail' ? rest.differences : [])];
}

/** An answer that is wrong as a whole breaks the requirements that forbid it: no value of the document stands for it. */
function asBreaking(each: Difference, violations: readonly Violation[]): Difference {
  const requirements = [...new Set(violations.map(({ requirement }) => requirement))];
  return { ...each, requirements, level: levelOf(requirements) };
}

/** The places that an answer does not say, with the requirements whose default fills them in when it is read. */
type Silent = ReadonlyMap<string, readonly RequirementId[]>;

const NOTHING_SILENT: Silent = new Map();

/** The values that differ. What the answer does not say counts as nothing, not as the default that reading fills in. */
function wrongValues(
  test: TestCase,
  paths: readonly string[],
  wanted: unknown,
  received: unknown,
  silent: Silent = NOTHING_SILENT,
): Difference[] {
  const origins = withSubject(test, originsOf(test.input));
  const notable = notablePaths(paths, wanted);
  return [
    ...wrongValuesAt(
      notable.filter((path) => !silent.has(path)),
      wanted,
      received,
      origins,
    ),
    ...notable.filter((path) => silent.has(path)).map((path) => difference(path, wanted, undefined, origins)),
  ];
}

/** The values that are right only because reading the answer fills them in. */
function leftOutValues(
  silent: Silent,
  wrong: readonly string[],
  wanted: unknown,
  received: unknown,
): Difference[] {
  return [...silent]
    .filter(([path]) => !wrong.includes(path))
    .map(([path, requirements]) => leftOutDifference(path, wanted, received, requirements));
}

function failWith(differences: readonly Difference[], message = messageOf(differences)): Fail {
  return {
    kind: 'fail',
    level: worstLevel(differences.map(({ level }) => level)),
    message,
    requirements: [...new Set(differences.flatMap(({ requirements }) => requirements))],
    differences,
  };
}

function messageOf(differences: readonly Difference[]): string {
  return differences.some(({ kind }) => kind === 'wrong')
    ? 'accepted with a wrong meaning'
    : 'accepted, but the answer leaves out values: every default must be said';
}

/**
 * What a case is about decides its values too, even where no reader of fields can see it, such as a way of writing
 * YAML. Only for cases about one thing: of a case about many, nobody knows which of them went wrong.
 */
function withSubject({ requirements }: TestCase, origins: Origins): Origins {
  const [subject, ...more] = requirements;
  if (subject === undefined || more.length > 0) return origins;
  // Where a way of writing YAML is found, it may stand in other places too, where it is not.
  const isOfText = ABOUT_TEXT.has(subject);
  if (!isOfText && [...origins.values()].some((origin) => origin.requirements.includes(subject)))
    return origins;
  return new Map(
    [...origins].map(([path, origin]) =>
      origin.kind === 'default'
        ? [path, origin]
        : [path, { ...origin, requirements: [...origin.requirements, subject] }],
    ),
  );
}

/** A number that takes seconds to be read without loss; what it stands for is wrong anyway. */
const ENDLESS_NUMBER = /[0-9]{1000}/;

/** The accepted value without what JSON.parse loses. What is too large to be read so is taken as JSON.parse read it. */
function readAccepted(value: unknown, json: string): unknown {
  if (ENDLESS_NUMBER.test(json)) return value;
  const reading = readJson(json);
  if (reading.kind === 'refused') return value;
  const { document } = reading;
  return typeof document === 'object' && document !== null && 'accepted' in document
    ? document.accepted
    : value;
}

/** Whether a path that was reported is a violated place, or directly above or below one. */
function scorePaths(
  expected: readonly ExpectedViolation[],
  reported: readonly ReportedViolation[],
): PathScore {
  const paths = reported.flatMap(({ path }) => (path === undefined ? [] : [path]));
  if (paths.length === 0) return 'none';
  return paths.some((path) => expected.some((each) => isNear(each.path, path))) ? 'hit' : 'miss';
}

function isNear(one: string, other: string): boolean {
  return one === other || parent(one) === other || parent(other) === one;
}

/**
 * The requirements that a valid document makes use of: those behind the values that it gives. Of what the case
 * exercises besides, such as a way of writing YAML, all counts but what is behind a default.
 */
function usedBy(test: TestCase): RequirementId[] {
  const origins = [...originsOf(test.input).values()];
  const given = new Set(
    origins.filter((origin) => !isUnsaid(origin)).flatMap(({ requirements }) => requirements),
  );
  const defaults = new Set(origins.filter(isUnsaid).flatMap(({ requirements }) => requirements));
  return [...new Set([...test.requirements.filter((id) => !defaults.has(id)), ...given])];
}

/** A default that the document does not ask for; with `null` it does. */
function isUnsaid({ kind, from }: Origin): boolean {
  return kind === 'default' && from === '';
}
