import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Expected, TestCase } from '../conformance/case/case.ts';

/** The bench runs in the project's folder. */
const SOURCE = 'bench/echo.c';

/** Compiles echo.c and gives it the right answers to some cases. Returns undefined if there is no compiler. */
export function echoOf(
  cases: readonly TestCase[],
  folder: string,
): ((window: number) => readonly string[]) | undefined {
  const program = join(folder, 'echo');
  if (!compiles(program)) return undefined;
  const answers = join(folder, 'answers');
  writeFileSync(answers, cases.map(({ expected }) => `${rightResult(expected)}\n`).join(''));
  return (window) => [program, answers, String(window)];
}

/** Returns the result as a good implementation writes it: the normal form itself, or the violated places. */
function rightResult(expected: Expected): string {
  return expected.kind === 'accepted'
    ? `{"accepted":${expected.normal}}`
    : JSON.stringify({ rejected: expected.violations.map(({ path }) => ({ path, message: 'invalid' })) });
}

function compiles(program: string): boolean {
  try {
    execFileSync('cc', ['-O2', '-o', program, SOURCE], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
