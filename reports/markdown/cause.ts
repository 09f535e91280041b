import type { CaseLine, HeaderLine } from '../../spec/generated/event-log.ts';
import type { Cause } from '../../conformance/judge/cause.ts';
import { causeTitle, causeWorth, contrastOf, inGeneral, replayLine } from '../cause-text.ts';
import { cutBytes } from '../cut-bytes.ts';
import { codeBlock, sentence } from './escape.ts';
import { cutCode } from './limits.ts';

/** Longer documents are cut after this many bytes, and what a program said after as many. */
const LONGEST_TEXT = 1500;
/** A longer line to ask a case again, in bytes, is left out: a part of it would be of no use. */
const LONGEST_REPLAY = 1500;

/** Renders a cause with its shortest case. */
export function causeBlock(number: number, cause: Cause<CaseLine>, header: HeaderLine | undefined): string {
  const [sample] = cause.samples;
  return [
    `#### ${number}. ${cutCode(causeTitle(cause))} · ${cause.level} · ${causeWorth(cause)}`,
    aboutText(cause, header),
    ...(sample === undefined ? [] : caseParts(sample, header)),
  ].join('\n\n');
}

function aboutText({ kind, requirement }: Cause<CaseLine>, header: HeaderLine | undefined): string {
  if (requirement === undefined) return inGeneral(kind);
  const { sentence: text, page = [] } = header?.requirements[requirement] ?? {};
  const says = text === undefined ? '' : `: ${sentence(cutBytes(text, LONGEST_TEXT))}`;
  const quotes = page.map((quote) => `\n> the page: ${sentence(cutBytes(quote, LONGEST_TEXT))}`);
  return [`${cutCode(requirement)}${says}`, ...quotes].join('\n');
}

function caseParts(line: CaseLine, header: HeaderLine | undefined): string[] {
  const { input, stderr } = line;
  const { expected, received } = contrastOf(line);
  const replay = header === undefined ? undefined : replayLine(header, line);
  const answers = [
    `- expected ${cutCode(expected, LONGEST_TEXT)}`,
    `- received ${cutCode(received, LONGEST_TEXT)}`,
  ];
  return [
    codeBlock(cutBytes(input.text.trimEnd(), LONGEST_TEXT), input.kind),
    answers.join('\n'),
    ...(stderr === undefined ? [] : [codeBlock(cutBytes(stderr.trimEnd(), LONGEST_TEXT), 'text')]),
    ...(replay === undefined || replay.length > LONGEST_REPLAY ? [] : [codeBlock(replay, 'sh')]),
  ];
}
