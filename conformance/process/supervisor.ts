import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { getSystemErrorName } from 'node:util';
import { whyNotStarted, type Exit } from './exit.ts';

/** The way in which the descendants of a program are found when it ends. */
export type Containment = 'child-subreaper' | 'process-group-and-marker' | 'process-group';

/** A command that runs a program under a supervisor. */
export interface Supervised {
  readonly command: readonly [string, ...string[]];
  /** The environment without the variables that would change the supervisor; the program gets them back. */
  readonly env: NodeJS.ProcessEnv;
}

/** Perl belongs to the base of Debian and its kin, and can call the system without a library. */
const PERL = '/usr/bin/perl';
/** The number of the system call `prctl` on each architecture. */
const PRCTL: Readonly<Partial<Record<NodeJS.Architecture, number>>> = { x64: 157, arm64: 167 };
/** The file descriptor on which the supervisor reports the end of the program. */
export const REPORT_FD = 3;
/** This signal makes the supervisor kill all descendants. It is repeated, because one may come just before a wait. */
export const END_SIGNAL = 'SIGUSR1';

/**
 * The supervisor declares itself a subreaper: the system hands it every orphan below it, whatever process group,
 * session or environment that process has. It ends only when no descendant is left. SIGTERM goes to the program's
 * group. The death of the harness is announced to it by the same signal that ends everything, and its own death kills
 * the program.
 */
const SUPERVISOR = `
my ($prctl, $count) = splice @ARGV, 0, 2;
delete $ENV{PERL_BADLANG};
%ENV = (%ENV, splice @ARGV, 0, 2 * $count);
my ($program, $ending, $status) = (0, 0, undef);
$SIG{USR1} = sub { $ending = 1; kill 'KILL', children() };
$SIG{TERM} = sub { kill 'TERM', -$program if $program };
open my $report, '>&=', ${REPORT_FD} or exit 127;
fcntl $report, 2, 1;
sub say_and_exit { syswrite $report, $_[0]; exit 0 }
sub children {
  open my $file, '<', "/proc/$$/task/$$/children" or return;
  return split ' ', <$file> // '';
}
syscall($prctl, 36, 1, 0, 0, 0) == 0 && -r "/proc/$$/task/$$/children" or say_and_exit 'unable';
syscall $prctl, 1, 10, 0, 0, 0;
my $parent = getppid;
my $pid = fork // say_and_exit 'error ' . ($! + 0);
if ($pid == 0) {
  setpgrp 0, 0;
  syscall $prctl, 1, 9, 0, 0, 0;
  exec { $ARGV[0] } @ARGV;
  syswrite $report, 'error ' . ($! + 0) . ' ';
  exit 127;
}
setpgrp $pid, $pid;
$program = $pid;
close STDIN; close STDOUT; close STDERR;
while (!defined $status) {
  kill 'KILL', children() if $ending || getppid != $parent;
  my $gone = waitpid -1, 0;
  $status = $? if $gone == $program;
  last if $gone == -1 && $! != 4;
}
syswrite $report, ($status & 127) ? 'signal ' . ($status & 127) : 'exit ' . ($status >> 8);
while (1) {
  kill 'KILL', children();
  last if waitpid(-1, 0) == -1 && $! != 4;
}
`;

let isUsable: boolean | undefined;

/** Returns the means that hold the descendants of a program on this machine. */
export function containment(): Containment {
  isUsable ??= process.platform === 'linux' && tryOut();
  return isUsable ? 'child-subreaper' : fallback();
}

/** Returns the means that holds them without a supervisor. Only Linux shows the environment of other processes. */
export function fallback(): Containment {
  return process.platform === 'linux' ? 'process-group-and-marker' : 'process-group';
}

/** Returns the command that runs a program under a supervisor, or undefined if the machine does not allow that. */
export function supervised(
  command: readonly string[],
  env: Readonly<NodeJS.ProcessEnv>,
): Supervised | undefined {
  return containment() === 'child-subreaper' ? underSupervisor(command, env) : undefined;
}

/**
 * Reads the supervisor's report. Returns undefined if there is none, because the supervisor itself was killed.
 */
export function readReport(report: string, program: string): Exit | undefined {
  const [kind, number] = report.split(' ');
  switch (kind) {
    case 'exit':
      return { code: Number(number), signal: null };
    case 'signal':
      return { code: null, signal: signalName(Number(number)) };
    case 'error':
      return {
        code: null,
        signal: null,
        reason: whyNotStarted(getSystemErrorName(-Number(number)), program),
      };
    default:
      return undefined;
  }
}

function underSupervisor(command: readonly string[], env: Readonly<NodeJS.ProcessEnv>): Supervised {
  // A variable such as PERL5OPT would be obeyed by the supervisor itself.
  const kept = Object.entries(env).filter(([name]) => name.startsWith('PERL'));
  const others = Object.entries(env).filter(([name]) => !name.startsWith('PERL'));
  const given = kept.flatMap(([name, value = '']) => [name, value]);
  const prctl = String(PRCTL[process.arch]);
  return {
    command: [PERL, '-e', SUPERVISOR, '--', prctl, String(kept.length), ...given, ...command],
    // Perl would complain on standard error about a locale that is not installed.
    env: { ...Object.fromEntries(others), PERL_BADLANG: '0' },
  };
}

function tryOut(): boolean {
  if (PRCTL[process.arch] === undefined || !existsSync(PERL)) return false;
  const { command, env } = underSupervisor(['/bin/sh', '-c', 'exit 7'], process.env);
  const [program, ...args] = command;
  const tried = spawnSync(program, args, {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    timeout: 5000,
  });
  return tried.output[REPORT_FD]?.toString() === 'exit 7';
}

function signalName(number: number): string {
  const named = Object.entries(constants.signals).find(([, value]) => value === number);
  return named?.[0] ?? `signal ${number}`;
}
