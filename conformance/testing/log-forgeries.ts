import type { CaseLine, FooterLine } from '../../spec/generated/event-log.ts';
import type { TestCase } from '../case/case.ts';
import { EDITION } from './edition.ts';
import { Seal } from '../log/seal.ts';
import {
  changed,
  contented,
  failureIn,
  isFailed,
  named,
  passed,
  passIn,
  replaced,
  type LogEdit,
} from './log-edits.ts';

/** Edits by someone who knows the format: the end fits the lines, and the seal is made anew. */
export const FORGERIES: readonly LogEdit[] = [
  forged('each failure becomes a pass', (lines) => lines.map(passed)),
  forged('the failures are dropped', (lines) => lines.filter((line) => !isFailed(line))),
  forged('all but one case is dropped', (lines) =>
    lines.filter((_, at) => at < 2 || at === lines.length - 1),
  ),
  forged('a passed case is doubled', (lines) => lines.toSpliced(1, 0, lines[passIn(lines)] ?? '')),
  forged('a passed case has another id', (lines) =>
    replaced(lines.map(passed), passIn(lines), (line) => changed(line, { case: 'nodes/none/json' })),
  ),
  forged('a failure takes the id of a case that passed', (lines) => {
    const { case: id } = JSON.parse(lines[passIn(lines)] ?? '') as CaseLine;
    return replaced(lines, failureIn(lines), (line) => passed(changed(line, { case: id })));
  }),
  forged('a failure expects the wrong answer', (lines) =>
    replaced(lines, failureIn(lines), (line) => {
      const { received } = JSON.parse(line) as CaseLine;
      return passed(changed(line, { expected: received }));
    }),
  ),
  forged('the header speaks of a larger corpus', (lines) =>
    replaced(
      lines.filter((line) => !isFailed(line)),
      0,
      (line) => line.replace(/"generated":\d+/, '"generated":3'),
    ),
  ),
  forged('the header speaks of finds alone', (lines) =>
    replaced(
      lines.filter((line) => !isFailed(line)),
      0,
      (line) => line.replace(/"generated":\d+/, '"generated":null'),
    ),
  ),
];

function forged(name: string, edit: (lines: readonly string[]) => readonly string[]): LogEdit {
  return named(`${name}, and the end is made to fit`, (lines) => adapted(edit(lines)));
}

/** Adapts the end to the lines before it, with the seal. */
function adapted(lines: readonly string[]): string[] {
  return sealed([...lines.slice(0, -1), contented(lines)]);
}

/** Makes the seal of a log anew. Its end gets other members, if some are given. */
export function sealed(lines: readonly string[], members: Partial<FooterLine> = {}): string[] {
  const end = changed(lines.at(-1) ?? '', { ...members, seal: undefined });
  const footer = JSON.parse(end) as Omit<FooterLine, 'seal'>;
  const sealing = new Seal();
  for (const line of lines.slice(0, -1)) sealLine(sealing, line);
  const again = { ...footer, seal: sealing.finish(JSON.stringify(footer)) };
  return [...lines.slice(0, -1), JSON.stringify(again)];
}

function sealLine(seal: Seal, line: string): void {
  const event = JSON.parse(line) as CaseLine | { readonly event: 'header' };
  if (event.event === 'header' || event.outcome !== 'pass') {
    seal.add(line);
    return;
  }
  const json = line.slice(line.indexOf(',"received":') + 12, line.lastIndexOf(',"outcome":"'));
  const expected: TestCase['expected'] =
    'accepted' in event.expected
      ? { kind: 'accepted', normal: JSON.stringify(event.expected.accepted) }
      : { kind: 'rejected', violations: [] };
  const test = { id: event.case, edition: EDITION, input: event.input, expected, requirements: [] };
  const { durationMs } = event;
  seal.addCase({ test, outcome: { kind: 'pass' }, received: { kind: 'result', json }, durationMs }, line);
}
