import { spawn, type SpawnOptions } from 'node:child_process';
import { register } from './processes.ts';

/** Starts a process that outlives this one, unless the harness ends it. */
export function leave(options: SpawnOptions): void {
  const child = spawn('sleep', ['600'], options);
  register(child.pid);
  child.unref();
}

/** Starts this program again as a daemon, in a session of its own and on the same pipes, and exits. */
export function leaveAnHeir(): void {
  if (process.env.FAULTY_HEIR !== undefined) return;
  const heir = spawn(process.execPath, process.argv.slice(1), {
    stdio: 'inherit',
    detached: true,
    env: { ...process.env, FAULTY_HEIR: '1' },
  });
  heir.once('spawn', () => process.exit(0));
}
