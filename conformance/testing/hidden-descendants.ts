import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Containment } from '../process/supervisor.ts';

/** The ways in which a descendant leaves its parents. */
export type Way =
  | 'stays in the group'
  | 'leaves the session'
  | 'leaves the session and clears its environment'
  | 'does so in an orphan of an orphan';

/** The ways from which each means protects. */
export const HELD: Readonly<Record<Containment, readonly Way[]>> = {
  'child-subreaper': [
    'stays in the group',
    'leaves the session',
    'leaves the session and clears its environment',
    'does so in an orphan of an orphan',
  ],
  'process-group-and-marker': ['stays in the group', 'leaves the session'],
  'process-group': ['stays in the group'],
};

/** Returns a shell script for each way. The descendant writes its number into a file, and the script waits for that. */
export function scriptsFor(pidFile: string): Readonly<Record<Way, string>> {
  // A shell that sleeps as a process that only we know.
  const hidden = `sh -c 'echo $$ > ${pidFile}; exec sleep 1000' < /dev/null > /dev/null 2>&1`;
  const wait = `while [ ! -s ${pidFile} ]; do sleep 0.01; done`;
  return {
    'stays in the group': `${hidden} & ${wait}`,
    'leaves the session': `setsid ${hidden} & ${wait}`,
    'leaves the session and clears its environment': `env -i PATH="$PATH" setsid ${hidden} & ${wait}`,
    'does so in an orphan of an orphan': `(env -i PATH="$PATH" setsid sh -c "(${hidden.replaceAll('$', '\\$')} &) &" &) ; ${wait}`,
  };
}

/** Waits until a process has written its number into the file. */
export async function whenWritten(pidFile: string): Promise<number> {
  while (!existsSync(pidFile) || !readFileSync(pidFile, 'utf8').endsWith('\n')) await sleep(5);
  return Number(readFileSync(pidFile, 'utf8'));
}

/** Returns whether the hidden process outlives its child. A survivor is killed. */
export async function survives(pidFile: string, ended: Promise<unknown>): Promise<boolean> {
  await ended;
  const pid = await whenWritten(pidFile);
  rmSync(pidFile);
  const alive = isAlive(pid);
  if (alive) process.kill(pid, 'SIGKILL');
  return alive;
}

/** Returns whether a process lives. A zombie, whose parent has not asked for its end yet, is dead. */
function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
