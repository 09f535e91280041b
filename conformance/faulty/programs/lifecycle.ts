import type { SpawnOptions } from 'node:child_process';
import { closeSync } from 'node:fs';
import {
  always,
  fallSilent,
  isRejected,
  onChosen,
  onNth,
  onOpenPort,
  right,
  type Behaviour,
  type Output,
} from './conversation.ts';
import { hello, lineOf, result, type Question } from './message.ts';
import { find } from './change.ts';
import { leave, leaveAnHeir } from './leave.ts';
import { block, spin, stay } from './stay.ts';

/** Programs that die, hang, don't exit, or leave a process behind. */
export const LIFECYCLE = {
  'exits-at-start': { start: () => process.exit(1) },
  'exits-at-start-with-0': { start: () => process.exit(0) },
  'exits-after-the-handshake': { hello: (question) => exitAfter(right(question), 1) },
  'exits-on-chosen-with-0': onChosen(() => process.exit(0)),
  'exits-on-chosen-with-1': onChosen(() => process.exit(1)),
  'killed-on-chosen': onChosen(() => signal('SIGKILL')),
  'aborts-on-chosen': onChosen(() => process.abort()),
  'throws-on-chosen': onChosen(fail),
  'exits-on-open-port': onOpenPort(() => process.exit(1)),
  'exits-on-fifth': onNth(5, () => process.exit(1)),
  'exits-after-chosen': onChosen((question) => exitAfter(right(question), 0)),
  'exits-after-the-last': {
    reply: (question) => (isLast(question) ? exitAfter(right(question), 3) : right(question)),
  },
  'exits-on-every-invalid': always((question) => (isRejected(question) ? process.exit(1) : right(question))),
  'exits-on-everything': always(() => process.exit(1)),
  'exits-with-1-at-goodbye': { goodbye: () => process.exit(1), end: () => process.exit(1) },
  'hangs-at-start': { start: () => spin() },
  'hangs-after-the-handshake': { hello: stopReadingAfter },
  'hangs-on-chosen': onChosen(() => ''),
  'hangs-on-open-port': onOpenPort(() => ''),
  'hangs-busily-on-chosen': onChosen(() => spin()),
  'hangs-on-everything': always(() => ''),
  'stops-itself-on-chosen': onChosen(() => signal('SIGSTOP')),
  'never-reads': { start: neverRead },
  'stops-reading-on-chosen': onChosen(stopReading),
  'closes-stdout-on-chosen': onChosen(closeStdout),
  'hangs-after-chosen': onChosen(hangAfter),
  'hangs-after-chosen-in-lock-step': inLockStep(onChosen(hangAfter)),
  'hangs-after-rejecting-chosen-in-lock-step': inLockStep(onChosen(hangAfterRefusal)),
  'exits-after-rejecting-chosen': onChosen((question) => exitAfter(refusal(question), 3)),
  'exits-after-rejecting-chosen-in-lock-step': inLockStep(
    onChosen((question) => exitAfter(refusal(question), 3)),
  ),
  'prints-and-hangs-on-chosen': onChosen(printAndHang),
  'prints-and-hangs-on-chosen-in-lock-step': inLockStep(onChosen(printAndHang)),
  'ignores-goodbye': { goodbye: () => '', end: stay },
  'ignores-sigterm': { start: ignoreSignals, goodbye: () => '', end: stay },
  'ignores-sigterm-and-hangs': { ...onChosen(() => ''), start: ignoreSignals, end: stay },
  'leaves-a-child': leaving({ stdio: 'ignore' }),
  'leaves-a-child-on-stdout': leaving({ stdio: 'inherit' }),
  'leaves-a-detached-child': leaving({ stdio: 'ignore', detached: true }),
  'leaves-a-detached-child-on-stdout': leaving({ stdio: 'inherit', detached: true }),
  'leaves-a-detached-child-and-dies': onChosen(leaveAndDie),
  'forks-away': { start: leaveAnHeir },
} satisfies Readonly<Record<string, Behaviour>>;

function inLockStep(behaviour: Behaviour): Behaviour {
  return { ...behaviour, hello: ({ id }) => lineOf(hello(id, { window: 1 })) };
}

/** Ignores all events once `output` has left the process. */
function hangOnceOut(output: Output): Output {
  process.stdout.write(output, block);
  return fallSilent();
}

function hangAfter(question: Question): Output {
  return hangOnceOut(right(question));
}

function hangAfterRefusal(question: Question): Output {
  return hangOnceOut(refusal(question));
}

function printAndHang(): Output {
  return hangOnceOut('DEBUG: parsing the document\n');
}

function refusal({ id }: Question): string {
  return lineOf(result(id, { rejected: [{ path: '', message: 'invalid' }] }));
}

/** Returns whether a question is the last of the twenty. */
function isLast({ document }: Question): boolean {
  return find(document, '/name') === 'last';
}

/** Exits once `output` has left the process. */
function exitAfter(output: Output, code: number): Output {
  process.stdout.write(output, () => process.exit(code));
  return '';
}

function signal(name: NodeJS.Signals): Output {
  process.kill(process.pid, name);
  return '';
}

function fail(): never {
  throw new Error('a bug of the implementation');
}

function leaving(options: SpawnOptions): Behaviour {
  return {
    start: () => {
      leave(options);
    },
  };
}

function leaveAndDie(): never {
  leave({ stdio: 'ignore', detached: true });
  process.exit(1);
}

function neverRead(): void {
  // A stream that was paused by hand doesn't flow by itself.
  process.stdin.pause();
  stay();
}

function stopReadingAfter(question: Question): Output {
  stopReading();
  return right(question);
}

function stopReading(): Output {
  process.stdin.pause();
  stay();
  return '';
}

function closeStdout(): Output {
  closeSync(1);
  stay();
  return '';
}

function ignoreSignals(): void {
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGPIPE'] as const) process.on(name, () => undefined);
}
