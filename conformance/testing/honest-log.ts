import { SuiteCases } from '../case/suite-cases.ts';
import { certifyImplementation } from '../certify/certify.ts';
import type { CertifySettings } from '../certify/certify-options.ts';
import { inProcessProgram } from '../faulty/table/in-process-program.ts';
import { EDITION } from './edition.ts';
import type { Implementation } from '../runner/implementation.ts';

/**
 * Certifies a program of the table of wrong implementations, or another one, and returns the lines of the log, without
 * newlines.
 */
export async function logOf(
  program: string | Implementation,
  options: Partial<CertifySettings> = {},
): Promise<string[]> {
  const implementation = typeof program === 'string' ? inProcessProgram(program) : program;
  if (implementation === undefined) throw new Error('the program does not run in this process');
  const lines: string[] = [];
  await certifyImplementation(implementation, {
    edition: EDITION,
    cases: new SuiteCases(EDITION, 0),
    onLine: (line) => lines.push(line),
    ...options,
  });
  return lines;
}
