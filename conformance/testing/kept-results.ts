import { certifyImplementation, type RunResult } from '../certify/certify.ts';
import type { CertifyOptions, CertifySettings } from '../certify/certify-options.ts';
import type { CaseResult } from '../judge/outcome.ts';
import type { Implementation } from '../runner/implementation.ts';
import { implementationOf } from '../runner/program.ts';

/** A run with its results, which certify itself does not keep. */
export interface KeptRun extends RunResult {
  /** One per chosen case, in the order in which they were settled. */
  readonly results: readonly CaseResult[];
}

export async function certifyKeeping(
  implementation: Implementation,
  options: CertifySettings,
): Promise<KeptRun> {
  const results: CaseResult[] = [];
  const run = await certifyImplementation(implementation, {
    ...options,
    onResult: (result) => results.push(result),
  });
  return { ...run, results };
}

export function certifyProgramKeeping(options: CertifyOptions): Promise<KeptRun> {
  return certifyKeeping(implementationOf(options), options);
}
