import type { PlainFault } from '../programs/faults.ts';
import type { OutcomeKind, Row, RunFaultKind } from './row.ts';

/** Programs that are started for each document. Two of the four documents are invalid. */
export const PLAIN_ROWS: readonly Row[] = [
  passing('plain-honest', 'Nothing is.'),
  passing('plain-yaml', 'It prints YAML.'),
  { ...passing('plain-silent', 'It prints nothing, and is asked for verdicts.'), answers: 'verdicts' },
  { ...wrong('plain-accepts-everything', 'It exits with 0.', { fail: 2 }), answers: 'verdicts' },
  passing('plain-pretty-json', 'It prints JSON on many lines.'),
  passing('plain-noisy-stderr', 'It writes errors to stderr.'),
  passing('plain-rejection-with-output', 'It prints why it rejects.'),
  passing('plain-throws-on-invalid', 'It throws instead of rejecting: exit 1 is a rejection.'),
  wrong(
    'plain-exit-0-with-error-text',
    'It prints an error and exits with 0.',
    { 'protocol-error': 2 },
    'unreadable-output',
  ),
  wrong('plain-exit-0-with-error-json', 'It prints an error as JSON and exits with 0.', { fail: 2 }),
  wrong(
    'plain-exit-0-in-silence',
    'It rejects with 0, and prints nothing.',
    { 'protocol-error': 2 },
    'unreadable-output',
  ),
  wrong('plain-exit-2-on-invalid', 'It rejects with 2.', { crash: 2 }, 'crash'),
  wrong('plain-exit-1-with-output', 'It prints the right normal form and exits with 1.', {
    pass: 2,
    fail: 2,
  }),
  chosen('plain-exit-3-with-output', 'It prints the right normal form and exits with 3.', 'crash'),
  chosen('plain-accepts-in-silence', 'It exits with 0 and prints nothing.', 'unreadable-output'),
  chosen('plain-throws', 'It throws, so that Node exits with 1.', 'fail'),
  chosen('plain-aborts', 'It aborts.', 'crash'),
  chosen('plain-killed', 'It is killed.', 'crash'),
  chosen('plain-hangs', 'It never ends.', 'hang'),
  chosen('plain-closes-stdout-and-hangs', 'It closes its output and never ends.', 'hang'),
  chosen('plain-prints-twice', 'It prints the normal form twice.', 'unreadable-output'),
  chosen('plain-stray-print', 'It prints a line before the normal form.', 'unreadable-output'),
  chosen('plain-half-the-output', 'It prints half of the normal form.', 'unreadable-output'),
  chosen('plain-invalid-utf8', 'It prints Latin-1.', 'invalid-utf8'),
  chosen('plain-100-mb', 'It prints 100 MB.', 'too-long'),
  chosen('plain-endless-output', 'It prints without end.', 'too-long'),
  wrong('plain-same-answer-always', 'It does not look at its input.', { pass: 1, fail: 3 }),
  passing('plain-leaves-a-child-on-stdout', 'It leaves a child behind that holds its output open.'),
  passing('plain-leaves-a-detached-child', 'It leaves a child behind in a session of its own.'),
  wrong('plain-default-stop-duration', 'Stopping takes ten minutes by default.', { fail: 2 }),
];

type Counts = Partial<Record<OutcomeKind, number>>;

function passing(name: PlainFault, wrong: string): Row {
  const expected = { grade: 'drop-in', exitCode: 0, counts: { pass: 4 } } as const;
  return { name, wrong, mode: 'plain', cases: 'plain', expected };
}

function wrong(name: PlainFault, what: string, counts: Counts, ...faults: RunFaultKind[]): Row {
  const expected = { grade: 'non-conformant', exitCode: 1, counts: { pass: 2, ...counts }, faults } as const;
  return { name, wrong: what, mode: 'plain', cases: 'plain', expected };
}

function chosen(name: PlainFault, what: string, fault: RunFaultKind | 'fail'): Row {
  if (fault === 'fail') return wrong(name, what, { pass: 3, fail: 1 });
  const kind = fault === 'crash' || fault === 'hang' ? fault : 'protocol-error';
  const { expected, ...rest } = wrong(name, what, { pass: 3, [kind]: 1 }, fault);
  return { ...rest, expected: { ...expected, culprits: ['faulty/chosen'] } };
}
