import { describe, expect, it } from 'vitest';
import { footerLine, headerLine } from '../testing/lines.ts';
import { RUN_KINDS, summaryOf, summaryOfLines, wrongValue } from '../testing/runs.ts';
import { renderAnnotations } from './annotations.ts';

/** A command for a workflow, as GitHub reads it. */
const COMMAND = /^::(?<command>error|warning|notice) title=(?<title>[^:,\r\n]+)::(?<message>[^\r\n]+)$/;

describe('annotations for GitHub', () => {
  it('say the verdict, and then each cause with its answers and the line that asks again', () => {
    expect(renderAnnotations(summaryOf('a run that failed'))).toMatchInlineSnapshot(`
      "::error title=dstack-0.18.42/task::non-conformant; 1 case failed on documented behaviour
      ::error title=wrong-value at /nodes::nodes/default: \`nodes\` defaults to 1. (documented, 1 case)%0Aexpected: 1 at /nodes%0Areceived: 2%0Adstack-conformance certify --case nodes/default/accept-1/json -- tool
      ::error title=wrong-value at /ports/*::ports/range: A port is between 1 and 65536. (observed, 1 case)%0Aexpected: 1 at /ports/*%0Areceived: 2%0Adstack-conformance certify --case ports/range/accept-1/json -- tool
      "
    `);
  });

  it.each(RUN_KINDS)('about %s are errors exactly if the exit code is not 0', (kind) => {
    const summary = summaryOf(kind);
    const lines = renderAnnotations(summary).trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(COMMAND);
    expect(lines.some((line) => line.startsWith('::error'))).toBe(summary.verdict.exitCode !== 0);
  });

  it('are ten at most, and say how many causes there are besides', () => {
    const causes = Array.from({ length: 30 }, (_, index) => {
      const name = `g/${index}`;
      const cause = {
        id: String(index),
        kind: 'crash',
        path: '',
        level: 'documented' as const,
        requirements: [],
        said: `${index}\nmessage`,
      };
      return wrongValue('nodes/default', { case: name, outcome: 'crash', causes: [cause] });
    });
    const text = renderAnnotations(
      summaryOfLines([headerLine(), ...causes, footerLine({ grade: 'non-conformant', exitCode: 1 })]),
    );
    expect(text.trimEnd().split('\n')).toHaveLength(10);
    expect(text).toContain('21 more causes');
  });

  it('end no command early, whatever a program says', () => {
    const text = 'a,b:c%0A::error::x\r\n::stop-commands::y\u001b[31m\u2028';
    const differences = [
      {
        kind: 'wrong' as const,
        path: text,
        expected: text,
        received: text,
        level: 'documented' as const,
        requirements: [],
      },
    ];
    const cause = {
      id: '0',
      kind: 'wrong-value',
      path: text,
      level: 'documented' as const,
      requirements: [],
      said: '',
    };
    const lines = renderAnnotations(
      summaryOfLines([
        headerLine({ spec: text, command: [text] }),
        wrongValue('nodes/default', { case: text, causes: [cause], differences }),
        footerLine({ grade: 'non-conformant', reasons: [text], exitCode: 1 }),
      ]),
    )
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(COMMAND);
    for (const char of ['\r', '\u001b', '\u2028']) expect(lines.join('\n')).not.toContain(char);
  });
});
