import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A variable in the environment of every process of a run, by which a process that left its group is found again. */
export const MARKER = 'DSTACK_CONFORMANCE_RUN';

/** Signals a whole process group. It is no error if the group is gone. */
export function signalGroup(group: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    // NON-SPEC: Windows has no process groups; taskkill walks the tree by parent.
    spawnSync('taskkill', ['/pid', String(group), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  sendSignal(-group, signal);
}

/** The list of processes is read at most this often per search. */
const LOOKS = 5;

/** Waiting for killed processes stops after this time. Only a process that hangs inside the system takes longer. */
const GONE_MS = 2000;

/**
 * Kills every process that carries the marker, and searches again until none is left: a killed process stays until the
 * system gets to it, and it may have started another one during the search. Only Linux can find marked processes;
 * elsewhere killing the process group has to do.
 */
export async function endMarked(marker: string): Promise<void> {
  const until = performance.now() + GONE_MS;
  for (let pause = 1; performance.now() < until; pause = Math.min(2 * pause, 50)) {
    const found = findMarked(marker);
    if (found.length === 0) return;
    for (const pid of found) sendSignal(pid, 'SIGKILL');
    await sleep(pause);
  }
}

/**
 * Returns the processes whose environment holds the marker: `run` finds all processes of a run, `run.3` those of its
 * third child. It also finds processes that were started during the search. The result is empty where there is no
 * /proc.
 */
export function findMarked(marker: string): number[] {
  const seen = new Set([process.pid]);
  const found: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const fresh = processes().filter((pid) => !seen.has(pid));
    if (fresh.length === 0) break;
    for (const pid of fresh) {
      seen.add(pid);
      if (isMarked(pid, marker)) found.push(pid);
    }
  }
  return found;
}

/**
 * Kills the remaining processes when the harness itself dies, even by SIGKILL. The watchdog is a shell that reads from
 * a pipe and wakes up when the other end of the pipe, the harness, is gone. It kills the groups that are still
 * watched, then searches for the marker until no process carries it.
 */
export interface Watchdog {
  watch(group: number): void;
  forget(group: number): void;
  /** Ends the watchdog when all children are gone. */
  dismiss(): void;
}

export function startWatchdog(run: string): Watchdog {
  const [shell, ...args] = ['/bin/sh', '-c', WATCHDOG, 'dstack-conformance-watchdog', run];
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin' };
  const child: ChildProcess = spawn(shell, args, {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env,
  });
  // NON-SPEC: without a shell, or a file descriptor for it, there is no watchdog; a child still sees its stdin close.
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  child.unref();
  return {
    watch: (group) => void child.stdin?.write(`watch ${group}\n`),
    forget: (group) => void child.stdin?.write(`forget ${group}\n`),
    dismiss: () => void child.stdin?.end('dismiss\n'),
  };
}

const WATCHDOG = `
trap '' INT HUP TERM
groups=' '
while read -r verb group; do
  case "$verb" in
    watch) groups="$groups$group " ;;
    forget) case "$groups" in *" $group "*) groups="\${groups%% $group *} \${groups#* $group }" ;; esac ;;
    dismiss) exit 0 ;;
  esac
done
for group in $groups; do kill -KILL -- "-$group" 2>/dev/null; done
for round in 1 2 3 4 5 6 7 8 9 10; do
  files=$(grep -lsa "${MARKER}=$1" /proc/[0-9]*/environ 2>/dev/null)
  [ -z "$files" ] && exit 0
  for file in $files; do
    pid=\${file#/proc/}
    kill -KILL "\${pid%/environ}" 2>/dev/null
  done
  sleep 0.1 || sleep 1
done
`;

export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // The process is gone already, or it may not be killed by us.
  }
}

function processes(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function isMarked(pid: number, marker: string): boolean {
  try {
    const environment = `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}`;
    const entry = `\0${MARKER}=${marker}`;
    const at = environment.indexOf(entry);
    return at >= 0 && '\0.'.includes(environment.charAt(at + entry.length));
  } catch {
    return false;
  }
}
