import { isAsked } from '../case/asked.ts';
import type { TestCase } from '../case/case.ts';
import { declaredEdition, type Declaration } from '../declared/declared-edition.ts';
import type { Edition } from '../edition.ts';
import type { CertifySettings } from './certify-options.ts';

/** Returns the settings for an implementation that declares some of the fields, or verdicts alone. */
export function declaredSettings(settings: CertifySettings, declaration: Declaration): CertifySettings {
  const { corpusOf, finds = [] } = settings;
  const edition = declaredEdition(settings.edition, declaration);
  if (corpusOf === undefined || edition === settings.edition) return settings;
  return {
    ...settings,
    edition,
    cases: corpusOf(edition),
    finds: declaredCases(edition, finds),
    // The test of the suite that compares the sources of truth knows the cases of the whole edition.
    ...(edition.grammar.offer === undefined ? {} : { generated: 'new' }),
  };
}

/** Returns the finds or examples that are asked of an edition as an implementation declares it. */
export function declaredCases(edition: Edition, cases: readonly TestCase[]): TestCase[] {
  return cases.map((test) => ({ ...test, edition })).filter(isAsked);
}
