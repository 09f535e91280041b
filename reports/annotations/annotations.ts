import type { CaseLine } from '../../spec/generated/event-log.ts';
import type { Cause } from '../../conformance/judge/cause.ts';
import { causeSentence } from '../cause-evidence.ts';
import { causeTitle, causeWorth, contrastOf, replayLine } from '../cause-text.ts';
import { cutBytes } from '../cut-bytes.ts';
import { scopeText } from '../scope.ts';
import type { Summary } from '../summary.ts';
import { visible, visibleLines } from '../visible.ts';

/** GitHub shows ten errors and ten warnings of a step. The verdict is one of them. */
const MOST_CAUSES = 9;
const LONGEST_TITLE = 200;
const LONGEST_MESSAGE = 2000;

type Command = 'error' | 'warning' | 'notice';

/**
 * Renders the verdict and the first causes as commands of GitHub workflows, one per line, which GitHub shows beside the
 * step and the commit. They are errors exactly if the exit code is not 0.
 */
export function renderAnnotations(summary: Summary): string {
  const { causes, verdict } = summary;
  const command = verdict.exitCode === 0 ? 'warning' : 'error';
  return [
    verdictLine(summary),
    ...causes.slice(0, MOST_CAUSES).map((cause) => causeLine(cause, command, summary)),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function verdictLine({ header, causes, verdict: { grade, reasons, exitCode } }: Summary): string {
  const more = causes.length - MOST_CAUSES;
  const rest = more > 0 ? [`${more} more causes are in the log`] : [];
  const message = [[grade + scopeText(header ?? {}), ...reasons].join('; '), ...rest].join('\n');
  return commandLine(exitCode === 0 ? 'notice' : 'error', header?.spec ?? 'dstack-conformance', message);
}

function causeLine(cause: Cause<CaseLine>, command: Command, { header }: Summary): string {
  const [sample] = cause.samples;
  const message = [`${causeSentence(cause, header)} (${cause.level}, ${causeWorth(cause)})`];
  if (sample !== undefined) {
    const { expected, received } = contrastOf(sample);
    const replay = header === undefined ? undefined : replayLine(header, sample);
    message.push(`expected: ${expected}`, `received: ${received}`, ...(replay === undefined ? [] : [replay]));
  }
  return commandLine(command, causeTitle(cause), message.join('\n'));
}

function commandLine(command: Command, title: string, message: string): string {
  const name = escaped(cutBytes(visible(title), LONGEST_TITLE))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
  return `::${command} title=${name}::${escaped(cutBytes(visibleLines(message), LONGEST_MESSAGE))}`;
}

/** Escapes what would end the command. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
