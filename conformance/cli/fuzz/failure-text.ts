import type { Colors } from '../../../reports/colors.ts';
import { shown, visible } from '../../../reports/visible.ts';
import { findRequirement } from '../../../spec/catalogue.ts';
import type { Expected } from '../../case/case.ts';
import { isGenerated } from '../../case/generated-cases.ts';
import { describeOutcome, type CaseResult } from '../../judge/outcome.ts';
import { tellingOf, type Failure, type Shrinking } from '../../fuzz/failure.ts';

/** The file that a failure is saved in, and the command that asks it again. */
export interface SavedAs {
  readonly path: string;
  readonly replay: string;
}

/** A longer document is cut after this many lines. */
const LINES = 40;

/**
 * Renders one failure for people: the smallest document as YAML, the expectation with its requirement, the answer, the
 * first differing path, and the line that replays it.
 */
export function renderFailure(failure: Failure, find: SavedAs | undefined, colors: Colors): string {
  const { symptom, result, places } = failure;
  const { kind, path, level } = symptom;
  const head = `${colors.red('✗')} ${colors.bold(kind)}${path === '' ? '' : ` at ${shown(path)}`} · ${level}`;
  const telling = tellingOf(failure);
  const why = `${colors.cyan(telling)}  ${visible(findRequirement(result.test.edition.spec, telling)?.sentence ?? '')}`;
  const fields: readonly (readonly [string, readonly string[]])[] = [
    ...(places.length > 1 ? [['places', [placesText(places)]] as const] : []),
    ['document', documentLines(failure)],
    ...answerFields(failure),
    ...(result.nondeterministic === undefined
      ? []
      : [['but then', [`${shown(result.nondeterministic)} (nondeterministic)`]] as const]),
    ...(result.stderr === undefined ? [] : [['stderr', stderrLines(result.stderr)] as const]),
    ['shrunk', [describeShrinking(failure.shrinking)]],
    ...(find === undefined
      ? []
      : ([
          ['saved', [visible(find.path)]],
          ['replay', [visible(find.replay)]],
        ] as const)),
  ];
  const lines = fields.flatMap(([name, texts]) =>
    texts.map((text, index) => `${colors.dim((index === 0 ? name : '').padEnd(9))} ${text}`),
  );
  return `${[head, ...[why, ...lines].map((line) => `    ${line}`)].join('\n')}\n`;
}

/** At most this many places are named. */
const PLACES = 8;

function placesText(places: readonly string[]): string {
  const more = places.length - PLACES;
  const named = places.slice(0, PLACES).map((place) => shown(place));
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

/** Renders one failure for machines. `find` is the file that it is saved in. */
export function failureJson(failure: Failure, find: string | undefined): Readonly<Record<string, unknown>> {
  const { symptom, result, count, places, shrinking } = failure;
  const { test, outcome, received, stderr, nondeterministic } = result;
  return {
    kind: symptom.kind,
    path: symptom.path,
    places,
    level: symptom.level,
    requirement: tellingOf(failure),
    requirements: symptom.requirements,
    difference: symptom.difference ?? null,
    count,
    input: test.input,
    expected: expectedJson(test.expected),
    outcome: outcome.kind,
    message: describeOutcome(outcome),
    received,
    stderr: stderr ?? null,
    nondeterministic: nondeterministic ?? null,
    shrinking: shrinking.kind,
    find: find ?? null,
  };
}

function expectedJson(expected: Expected): unknown {
  if (expected.kind === 'rejected') return { rejected: expected.violations };
  return { accepted: JSON.parse(expected.normal) as unknown };
}

/** Returns the document's lines. JSON documents are shown as YAML too, because people know task files as YAML. */
function documentLines({ result: { test } }: Failure): string[] {
  const text = isGenerated(test) && test.input.kind === 'json' ? test.made.yaml : test.input.text;
  const lines = text.replace(/\n$/, '').split('\n');
  const cut =
    lines.length > LINES ? [...lines.slice(0, LINES), `… ${lines.length - LINES} more lines`] : lines;
  return cut.map((line) => shown(line));
}

function answerFields({ symptom, result }: Failure): (readonly [string, readonly string[]])[] {
  const { difference } = symptom;
  if (difference !== undefined) {
    const { path, expected = 'nothing', received = 'nothing' } = difference;
    return [
      ['at', [shown(path === '' ? '(the whole)' : path)]],
      ['expected', [shown(expected)]],
      ['received', [shown(received)]],
    ];
  }
  return [
    ['expected', [describeExpected(result.test.expected)]],
    ['received', [shown(`${describeOutcome(result.outcome)}${receivedText(result)}`)]],
  ];
}

function describeExpected(expected: Expected): string {
  if (expected.kind === 'accepted') return 'accepted';
  const places = expected.violations.map(({ path }) => (path === '' ? 'as a whole' : `at ${shown(path)}`));
  return `rejected, ${places.join(', ')}`;
}

function receivedText({ received }: CaseResult): string {
  switch (received.kind) {
    case 'result':
      return `: ${received.json}`;
    case 'text':
      return `: ${received.text}`;
    case 'same':
    case 'nothing':
      return '';
  }
}

function describeShrinking(shrinking: Shrinking): string {
  switch (shrinking.kind) {
    case 'done':
      return `nothing simpler fails so, after ${shrinking.tries} questions`;
    case 'cut':
      return `not to the end: time ran out after ${shrinking.tries} questions`;
    case 'not-repeated':
      return 'not at all: it did not fail again when it was asked alone';
    case 'saved':
      return 'a saved find';
  }
}

function stderrLines(stderr: string): string[] {
  return stderr
    .trimEnd()
    .split('\n')
    .slice(-6)
    .map((line) => shown(line));
}
