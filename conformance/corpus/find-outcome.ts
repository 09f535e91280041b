import type { CaseResult } from '../judge/outcome.ts';
import { symptomsOf } from '../judge/symptom.ts';
import type { Find } from './find.ts';

/** What became of a find when it was asked again. */
export type FindOutcome =
  | 'fixed'
  | 'still fails'
  /** It fails, but not as it did when it was saved. */
  | 'fails otherwise'
  | 'not supported'
  | 'not asked';

/** Returns what became of a find; `result` is undefined if the implementation was not asked it. */
export function outcomeOfFind({ failure }: Find, result: CaseResult | undefined): FindOutcome {
  switch (result?.outcome.kind) {
    case 'pass':
      return 'fixed';
    case 'fail':
    case 'crash':
    case 'hang':
    case 'protocol-error':
      return symptomsOf(result).some(({ kind, path }) => kind === failure.kind && path === failure.path)
        ? 'still fails'
        : 'fails otherwise';
    case 'unsupported':
      return 'not supported';
    case 'not-run':
    case undefined:
      return 'not asked';
  }
}
