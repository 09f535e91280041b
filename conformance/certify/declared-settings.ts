import { isAsked } from '../case/asked.ts';
import type { TestCase } from '../case/case.ts';
import { declaredEdition, type Declaration } from '../declared/declared-edition.ts';
import type { Edition } from '../edition.ts';
import type { CertifySettings } from './certify-options.ts';

/** Returns the settings for an implementation that declares some of the fields: it is asked about these alone. */
export function declaredSettings(settings: CertifySettings, declaration: Declaration): CertifySettings {
  const { corpusOf, finds = [] } = settings;
  const edition = declaredEdition(settings.edition, declaration);
  if (corpusOf === undefined || edition === settings.edition) return settings;
  return {
    ...settings,
    edition,
    cases: corpusOf(edition),
    finds: declaredFinds(edition, finds),
    // The test of the suite that compares the sources of truth knows the cases of the whole edition.
    generated: 'new',
  };
}

/** Returns the finds that are asked of an edition of which some fields are declared. */
export function declaredFinds(edition: Edition, finds: readonly TestCase[]): TestCase[] {
  return finds.map((find) => ({ ...find, edition })).filter(isAsked);
}
