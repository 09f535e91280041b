import type { CaseLine, HeaderLine } from '../spec/generated/event-log.ts';
import type { Cause } from '../conformance/judge/cause.ts';
import { causeTitle, causeWorth, contrastOf, inGeneral, replayLine } from './cause-text.ts';

/** Says what a cause is about: a requirement with its sentence, or all documents. */
export function causeSentence(
  { kind, requirement }: Cause<CaseLine>,
  header: HeaderLine | undefined,
): string {
  if (requirement === undefined) return inGeneral(kind);
  const sentence = header?.requirements[requirement]?.sentence;
  return sentence === undefined ? requirement : `${requirement}: ${sentence}`;
}

/** Renders a cause as plain text: what is wrong, its shortest case, and the line that asks that case again. */
export function causeEvidence(cause: Cause<CaseLine>, header: HeaderLine | undefined): string {
  const [sample] = cause.samples;
  return [
    `${causeTitle(cause)} · ${cause.level} · ${causeWorth(cause)} · cause ${cause.id}`,
    causeSentence(cause, header),
    ...pageLines(cause, header),
    ...(sample === undefined ? [] : caseLines(sample, header)),
  ].join('\n');
}

function pageLines({ requirement = '' }: Cause<CaseLine>, header: HeaderLine | undefined): string[] {
  const { page = [] } = header?.requirements[requirement] ?? {};
  return page.map((quote) => `the page: ${quote}`);
}

function caseLines(line: CaseLine, header: HeaderLine | undefined): string[] {
  const { input, stderr, nondeterministic } = line;
  const { expected, received } = contrastOf(line);
  const replay = header === undefined ? undefined : replayLine(header, line);
  return [
    ...(replay === undefined ? [] : [`replay: ${replay}`]),
    `case: ${line.case}`,
    `expected: ${expected}`,
    `received: ${received}`,
    ...(nondeterministic === undefined ? [] : [`but then: ${nondeterministic} (nondeterministic)`]),
    `document (${input.kind}):`,
    input.text.trimEnd(),
    ...(stderr === undefined ? [] : ['standard error:', stderr.trimEnd()]),
  ];
}
