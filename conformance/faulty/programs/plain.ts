import { closeSync, writeSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Answer } from './answer.ts';
import { honest } from './right-answers.ts';
import { leave } from './leave.ts';
import { block } from './stay.ts';
import { VALUE_FAULTS } from './values.ts';

/** The end of a program that was started for one document: its output and its exit code. */
export interface Ending {
  readonly stdout: string | Uint8Array;
  readonly code: number;
}

/** The document that a program was started for, and the right way to end. */
export interface Sitting {
  readonly document: unknown;
  readonly answer: Answer;
  readonly right: Ending;
  readonly isChosen: boolean;
}

/** Returns the way in which a faulty program ends. It may also end or hang the process itself. */
export type PlainBehaviour = (sitting: Sitting) => Ending;

/** Programs in plain mode: the normal form goes to stdout, exit 0 accepts, exit 1 rejects. */
export const PLAIN = {
  'plain-honest': ({ right }) => right,
  'plain-silent': onAccepted(() => prints('')),
  'plain-accepts-everything': () => prints(''),
  'plain-yaml': onAccepted((normal) => prints(stringify(normal))),
  'plain-pretty-json': onAccepted((normal) => prints(`\n${JSON.stringify(normal, null, 2)}\r\n\n`)),
  'plain-noisy-stderr': noisily,
  'plain-rejection-with-output': onRejected(() => ({ stdout: 'error: invalid configuration\n', code: 1 })),
  'plain-throws-on-invalid': onRejected(fail),
  'plain-exit-0-with-error-text': onRejected(() => prints('invalid configuration\n')),
  'plain-exit-0-with-error-json': onRejected(() => prints('{"error":"invalid configuration"}\n')),
  'plain-exit-0-in-silence': onRejected(() => prints('')),
  'plain-exit-2-on-invalid': onRejected(() => ({ stdout: '', code: 2 })),
  'plain-exit-1-with-output': ({ right }) => ({ ...right, code: 1 }),
  'plain-exit-3-with-output': onChosen(({ right }) => ({ ...right, code: 3 })),
  'plain-accepts-in-silence': onChosen(() => prints('')),
  'plain-throws': onChosen(fail),
  'plain-aborts': onChosen(() => process.abort()),
  'plain-killed': onChosen(() => killed()),
  'plain-hangs': onChosen(() => block()),
  'plain-closes-stdout-and-hangs': onChosen(closeAndBlock),
  'plain-prints-twice': onChosen(({ right }) => prints(String(right.stdout).repeat(2))),
  'plain-stray-print': onChosen(({ right }) =>
    prints(`DEBUG: parsing the document\n${String(right.stdout)}`),
  ),
  'plain-half-the-output': onChosen(({ right }) => prints(right.stdout.slice(0, 100))),
  'plain-invalid-utf8': onChosen(({ right }) => prints(notUtf8(right))),
  'plain-100-mb': onChosen(() => prints(`${'x'.repeat(100_000_000)}\n`)),
  'plain-endless-output': onChosen(() => flood()),
  'plain-same-answer-always': () => endingOf(SAME),
  'plain-leaves-a-child-on-stdout': onChosen(({ right }) => leaving('inherit', right)),
  'plain-leaves-a-detached-child': onChosen(({ right }) => leaving('ignore', right)),
  'plain-default-stop-duration': answering(VALUE_FAULTS['default-stop-duration']),
} satisfies Readonly<Record<string, PlainBehaviour>>;

const SAME = honest({ type: 'task', commands: ['echo 1'] });

/** Returns the right ending for an answer. */
export function endingOf(answer: Answer): Ending {
  return answer.kind === 'accepted' ? prints(`${JSON.stringify(answer.normal)}\n`) : { stdout: '', code: 1 };
}

function answering(answers: (document: unknown) => Answer): PlainBehaviour {
  return ({ document }) => endingOf(answers(document));
}

function onAccepted(wrong: (normal: unknown) => Ending): PlainBehaviour {
  return ({ answer, right }) => (answer.kind === 'accepted' ? wrong(answer.normal) : right);
}

function onRejected(wrong: () => Ending): PlainBehaviour {
  return ({ answer, right }) => (answer.kind === 'rejected' ? wrong() : right);
}

function onChosen(wrong: PlainBehaviour): PlainBehaviour {
  return (sitting) => (sitting.isChosen ? wrong(sitting) : sitting.right);
}

function prints(stdout: string | Uint8Array): Ending {
  return { stdout, code: 0 };
}

function noisily({ right }: Sitting): Ending {
  process.stderr.write('Error: not an error\n'.repeat(5_000));
  return right;
}

function fail(): never {
  throw new Error('a bug of the implementation');
}

function killed(): never {
  process.kill(process.pid, 'SIGKILL');
  block();
}

function notUtf8({ stdout }: Ending): Uint8Array {
  return Buffer.from(String(stdout).replace('"chosen"', '"chosen\xff"'), 'latin1');
}

function closeAndBlock(): never {
  closeSync(1);
  block();
}

function leaving(stdio: 'inherit' | 'ignore', right: Ending): Ending {
  leave({ stdio, detached: stdio === 'ignore' });
  return right;
}

function flood(): never {
  for (;;) writeSync(1, 'garbage '.repeat(8192));
}
