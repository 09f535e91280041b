import { GENERATED_CASES } from '../../spec/full-run.ts';
import { SUITE_SEED, SuiteCases } from '../case/suite-cases.ts';
import type { Edition } from '../edition.ts';
import type { CertifySettings } from './certify-options.ts';

type SuiteSettings = Pick<CertifySettings, 'edition' | 'cases' | 'corpusOf' | 'generated' | 'seed'>;

/**
 * Returns the settings for asking the corpus of the suite: every example, and this many generated documents. Up to the
 * default number, a test of the suite compares each of them with the other sources of truth.
 */
export function suiteSettings(edition: Edition, generated: number = GENERATED_CASES): SuiteSettings {
  return {
    edition,
    cases: new SuiteCases(edition, generated),
    corpusOf: (declared) => new SuiteCases(declared, generated),
    generated: generated > GENERATED_CASES ? 'new' : 'known',
    ...(generated === 0 ? {} : { seed: String(SUITE_SEED) }),
  };
}
