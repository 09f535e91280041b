import { appendFileSync, readFileSync } from 'node:fs';
import { findMarked } from '../../process/process-group.ts';

/**
 * The environment variable with the file in which every process of a faulty program leaves its id, for tests that look
 * for survivors.
 */
export const REGISTER = 'FAULTY_PROCESSES';

/** Records a process that was started. Each leads a group of its own, or is in a recorded one. */
export function register(pid: number | undefined): void {
  const file = process.env[REGISTER];
  if (file !== undefined && pid !== undefined) appendFileSync(file, `${pid}\n`);
}

/**
 * Returns the processes that are still alive: recorded ones, members of a recorded group, and those marked as part of
 * one of the runs.
 */
export function survivors(file: string, runs: readonly string[]): number[] {
  const noted = readFileSync(file, 'utf8').trim().split('\n').map(Number);
  const alive = noted.filter((pid) => isAlive(-pid) || isAlive(pid));
  return [...new Set([...alive, ...runs.flatMap((run) => findMarked(run))])];
}

/** Returns whether a target is alive: a process, or, below zero, a process group. */
function isAlive(target: number): boolean {
  try {
    process.kill(target, 0);
    return true;
  } catch {
    return false;
  }
}
