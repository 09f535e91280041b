import { divergencesOf, type CertificateContent } from '../../reports/certificate/certificate.ts';
import { GENERATED_CASES } from '../../spec/full-run.ts';
import { corpusDigest } from '../case/corpus-digest.ts';
import { SuiteCases } from '../case/suite-cases.ts';
import { SUITE } from '../certify/certify.ts';
import { declaredEdition } from '../declared/declared-edition.ts';
import type { Edition } from '../edition.ts';
import { editionWithId } from '../editions/find-edition.ts';
import type { Register } from '../editions/register.ts';

/** A certificate that this suite can hold against a program, or the reason why it can't, as a sentence. */
export type CertificateCheck =
  | { readonly kind: 'usable'; readonly edition: Edition }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Checks that a certificate is about the questions that this suite asks. A certificate whose digest was made again after
 * an edit passes its own digest, so that what the suite knows better is compared too.
 */
export async function checkCertificate(
  content: CertificateContent,
  editions: Register,
): Promise<CertificateCheck> {
  const { suite, spec, corpus } = content;
  if (suite.name !== SUITE.name || suite.version !== SUITE.version)
    return refused(
      `it was made by ${suite.name} ${suite.version}, and this is ${SUITE.name} ${SUITE.version}: other versions ask other questions, so the two can't be compared`,
    );
  const named = editionWithId(editions, spec);
  if (named.kind === 'unknown') return refused(named.reason);
  if (corpus.generated < GENERATED_CASES)
    return refused(
      `its run was shortened: ${corpus.generated} documents were generated, and a full run has ${GENERATED_CASES}`,
    );
  return checkQuestions(content, await named.edition.load());
}

function checkQuestions(content: CertificateContent, whole: Edition): CertificateCheck {
  const { corpus, asked, divergences, requirements } = content;
  const ids = whole.spec.requirements.map(({ id }) => id);
  const isComplete = ids.length === Object.keys(requirements).length && ids.every((id) => id in requirements);
  if (!isComplete) return refused('it does not give the state of every requirement of its edition');
  if (divergences.digest !== divergencesOf(whole.spec).digest)
    return refused('other divergences were in force when it was made');
  const answers = asked.answers === 'verdicts' ? asked.answers : undefined;
  const edition = declaredEdition(whole, { fields: asked.fields?.declared, answers });
  const digest = corpusDigest(new SuiteCases(edition, corpus.generated));
  return digest === corpus.digest
    ? { kind: 'usable', edition: whole }
    : refused(`its corpus is ${corpus.digest}, and this suite makes ${digest}`);
}

function refused(reason: string): CertificateCheck {
  return { kind: 'refused', reason };
}
