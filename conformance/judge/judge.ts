import type { ReportedViolation } from '../../spec/generated/protocol.ts';
import { ABOUT_TEXT } from '../../spec/generated/attributes.ts';
import type { Levels } from '../../spec/edition.ts';
import { levelIn } from '../../spec/level.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { interpret } from '../../reference/interpret.ts';
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
import { withUndeclared } from './undeclared.ts';

export type Judgement = Pass | Fail | Unsupported;

const CANONICAL: Pass = { kind: 'pass', canonical: true };
/** A right verdict says nothing about the spelling of values. */
const RIGHT_VERDICT: Pass = { kind: 'pass' };
const SPELLED: Pass = { kind: 'pass', canonical: false };
/** An outcome repeats at most this many characters of an implementation's text. */
const REPEATED = 300;

/**
 * Compares an answer with the expected one. Meaning counts, not text: an accepted answer is itself read as a
 * configuration, and its normal form is compared. It must give every value: if the answer leaves out a value of the
 * expected normal form, or gives it as null, the requirement of that default fails. A rejection passes with any
 * violations; naming the right place is a score.
 */
export function judge(test: TestCase, answer: Answer): Judgement {
  switch (answer.kind) {
    case 'same':
      return test.edition.answers === undefined ? CANONICAL : RIGHT_VERDICT;
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
    level: levelOf(test.edition.spec.levels, requirements),
    message: `rejected a valid configuration${where}${said}`,
    requirements,
    differences: [],
  };
}

function judgeAcceptance(test: TestCase, said: unknown, json: string): Judgement {
  const { expected, edition } = test;
  const { language, spec, grammar } = edition;
  if (expected.kind === 'rejected') return wronglyAccepted(spec.levels, expected.violations);
  if (edition.answers === 'verdicts') return RIGHT_VERDICT;
  const wanted: unknown = JSON.parse(expected.normal);
  const value = withUndeclared(grammar, said, wanted);
  const plainly = differingPaths(wanted, value);
  if (plainly.length === 0) return CANONICAL;
  if (saysOnlyLess(plainly, wanted, value)) return SPELLED;
  if (isOutsized(value, wanted)) return failWith(wrongValues(test, plainly, wanted, value));
  const received = withUndeclared(grammar, readAccepted(said, json), wanted);
  const verdict = interpret(language, received);
  if (verdict.kind === 'accepted') return judgeMeaning(test, wanted, received, verdict.normal);
  // A null in the place of a value gives no value, but the rest of the answer can still be read.
  const rest = withoutNulls(received, wanted);
  const again = interpret(language, rest);
  return again.kind === 'accepted'
    ? judgeMeaning(test, wanted, rest, again.normal)
    : meaningless(test, wanted, received, verdict.violations);
}

/** Compares the meaning of a valid answer, and finds the values that it leaves out. */
function judgeMeaning(test: TestCase, wanted: unknown, received: unknown, meaning: object): Pass | Fail {
  const { language, spec } = test.edition;
  const normal: unknown = JSON.parse(language.stringify(meaning));
  const wrong = differingPaths(wanted, normal);
  const silent = leftOutPlaces(language, received, wanted);
  if (wrong.length === 0 && silent.size === 0) return SPELLED;
  return failWith([
    ...wrongValues(test, wrong, wanted, normal, silent),
    ...leftOutValues(spec.levels, silent, wrong, wanted, received),
  ]);
}

function wronglyAccepted(levels: Levels, violations: readonly ExpectedViolation[]): Fail {
  const requirements = [...new Set(violations.map(({ requirement }) => requirement))];
  return {
    kind: 'fail',
    level: worstLevel(requirements.map((id) => levelIn(levels, id))),
    message: 'accepted an invalid configuration',
    requirements,
    differences: [],
  };
}

/**
 * Judges an accepted answer that is no valid configuration: it lists the broken requirements at the places of the
 * normal form.
 */
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
  const repaired = isWhole ? repair(test.edition.language, wanted, received) : undefined;
  if (repaired !== undefined) return failWith(differencesAround(test, wanted, received, repaired), message);
  const paths = [...new Set(violations.map(({ path }) => path))];
  const wrong = wrongValues(test, paths, wanted, received);
  return failWith(
    isWhole ? wrong.map((each) => asBreaking(test.edition.spec.levels, each, violations)) : wrong,
    message,
  );
}

/** Returns the difference of the field that makes the answer invalid, and all other differences. */
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

/**
 * Gives an answer that is wrong as a whole the requirements that forbid it, because no value of the document stands
 * for it.
 */
function asBreaking(levels: Levels, each: Difference, violations: readonly Violation[]): Difference {
  const requirements = [...new Set(violations.map(({ requirement }) => requirement))];
  return { ...each, requirements, level: levelOf(levels, requirements) };
}

/** The places that an answer leaves out, with the requirements whose default fills them in when the answer is read. */
type Silent = ReadonlyMap<string, readonly RequirementId[]>;

const NOTHING_SILENT: Silent = new Map();

/**
 * Returns the differing values. A value that the answer leaves out counts as missing, not as the default that reading
 * fills in.
 */
function wrongValues(
  test: TestCase,
  paths: readonly string[],
  wanted: unknown,
  received: unknown,
  silent: Silent = NOTHING_SILENT,
): Difference[] {
  const origins = withSubject(test, originsOf(test));
  const { levels } = test.edition.spec;
  const notable = notablePaths(paths, wanted);
  return [
    ...wrongValuesAt(
      levels,
      notable.filter((path) => !silent.has(path)),
      wanted,
      received,
      origins,
    ),
    ...notable
      .filter((path) => silent.has(path))
      .map((path) => difference(levels, path, wanted, undefined, origins)),
  ];
}

/** Returns the values that are right only because reading the answer fills them in. */
function leftOutValues(
  levels: Levels,
  silent: Silent,
  wrong: readonly string[],
  wanted: unknown,
  received: unknown,
): Difference[] {
  return [...silent]
    .filter(([path]) => !wrong.includes(path))
    .map(([path, requirements]) => leftOutDifference(levels, path, wanted, received, requirements));
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
 * Adds the subject of a case to the requirements of its values, even where no reader of fields can see it, as for a
 * YAML notation. Only cases about one requirement have a subject, because a case about many does not show which of
 * them went wrong.
 */
function withSubject({ requirements }: TestCase, origins: Origins): Origins {
  const [subject, ...more] = requirements;
  if (subject === undefined || more.length > 0) return origins;
  // A YAML notation that is found in one place may stand in other places too, where it is not found.
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

/** Matches a number that takes seconds to be read without loss. Its value is wrong anyway. */
const ENDLESS_NUMBER = /[0-9]{1000}/;

/**
 * Reads the accepted value without the losses of JSON.parse. A value that is too large for this is used as JSON.parse
 * read it.
 */
function readAccepted(value: unknown, json: string): unknown {
  if (ENDLESS_NUMBER.test(json)) return value;
  const reading = readJson(json);
  if (reading.kind === 'refused') return value;
  const { document } = reading;
  return typeof document === 'object' && document !== null && 'accepted' in document
    ? document.accepted
    : value;
}

/** Returns whether a reported path is a violated place, or directly above or below one. */
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
 * Returns the requirements that a valid document uses: those behind the values that it gives, and those of the case,
 * such as a YAML notation, that are not behind a default.
 */
function usedBy(test: TestCase): RequirementId[] {
  const origins = [...originsOf(test).values()];
  const given = new Set(
    origins.filter((origin) => !isUnsaid(origin)).flatMap(({ requirements }) => requirements),
  );
  const defaults = new Set(origins.filter(isUnsaid).flatMap(({ requirements }) => requirements));
  return [...new Set([...test.requirements.filter((id) => !defaults.has(id)), ...given])];
}

/** Returns whether a value is a default that the document does not ask for. With `null` it does. */
function isUnsaid({ kind, from }: Origin): boolean {
  return kind === 'default' && from === '';
}
