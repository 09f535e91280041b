import { appendFileSync, readFileSync } from 'node:fs';
import { findMarked } from '../../process/process-group.ts';

/** Names the file in which every process of a faulty program leaves its id, for whoever looks for survivors. */
export const REGISTER = 'FAULTY_PROCESSES';

/** Notes a process that was started; each of them leads a group of its own, or is in one that is noted. */
export function register(pid: number | undefined): void {
  const file = process.env[REGISTER];
  if (file !== undefined && pid !== undefined) appendFileSync(file, `${pid}\n`);
}

/** The processes that are still there: of a noted group, noted themselves, or marked as part of one of the runs. */
export function survivors(file: string, runs: readonly string[]): number[] {
  const noted = readFileSync(file, 'utf8').trim().split('\n').map(Number);
  const alive = noted.filter((pid) => isAlive(-pid) || isAlive(pid));
  return [...new Set([...alive, ...runs.flatMap((run) => findMarked(run))])];
}

/** `target` is a process, or, below zero, a process group. */
function isAlive(target: number): boolean {
  try {
    process.kill(target, 0);
    return true;
  } catch {
    return false;
  }
}
