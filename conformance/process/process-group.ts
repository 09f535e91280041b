import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Stands in the environment of every process of a run, so that one that left its group is found again. */
export const MARKER = 'DSTACK_CONFORMANCE_RUN';

/** Signals a whole process group. The group being gone is no error. */
export function signalGroup(group: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    // NON-SPEC: Windows has no process groups; taskkill walks the tree by parent.
    spawnSync('taskkill', ['/pid', String(group), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  sendSignal(-group, signal);
}

/** Kills every process that carries the marker; only Linux can tell, elsewhere the process group has to do. */
export function killMarked(marker: string): void {
  for (const pid of findMarked(marker)) sendSignal(pid, 'SIGKILL');
}

/**
 * The processes whose environment holds the marker: `run` finds all processes of a run, `run.3` those of its third
 * child. Empty where there is no /proc.
 */
export function findMarked(marker: string): number[] {
  return processes().filter((pid) => pid !== process.pid && isMarked(pid, marker));
}

/**
 * Kills what is left when the harness itself dies, be it by SIGKILL: a shell that reads from a pipe and wakes up when
 * the pipe's other end, the harness, is gone. It kills the groups that are still watched, then sweeps for the marker.
 */
export interface Watchdog {
  watch(group: number): void;
  forget(group: number): void;
  /** Sends the watchdog away, all children being gone. */
  dismiss(): void;
}

export function startWatchdog(run: string): Watchdog {
  const [shell, ...args] = ['/bin/sh', '-c', WATCHDOG, 'dstack-conformance-watchdog', run];
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin' };
  const child = spawn(shell, args, { detached: true, stdio: ['pipe', 'ignore', 'ignore'], env });
  // NON-SPEC: without a shell there is no watchdog; a child still sees its stdin close.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  return {
    watch: (group) =>
      void child.stdin.write(`watch ${group}
`),
    forget: (group) =>
      void child.stdin.write(`forget ${group}
`),
    dismiss: () => child.stdin.end('dismiss\n'),
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
for file in $(grep -lsa "${MARKER}=$1" /proc/[0-9]*/environ 2>/dev/null); do
  pid=\${file#/proc/}
  kill -KILL "\${pid%/environ}" 2>/dev/null
done
`;

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already, or it is not ours to kill.
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
