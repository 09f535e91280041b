import { Summarizer, type Summary } from '../../../reports/summary.ts';
import type { CertificateContent } from '../../../reports/certificate/certificate.ts';
import type { TestCase } from '../../case/case.ts';
import { certifyImplementation } from '../../certify/certify.ts';
import { keepingLines } from '../../certify/keeping-lines.ts';
import { suiteSettings } from '../../certify/suite-settings.ts';
import type { Edition } from '../../edition.ts';
import type { Implementation } from '../../runner/implementation.ts';
import { interruptSignal } from '../terminal/interrupt.ts';
import { progressOn, ratePerSecond } from '../terminal/progress.ts';

/** The questions of a certificate. */
export interface CertifiedQuestions {
  readonly content: CertificateContent;
  readonly edition: Edition;
  readonly finds: readonly TestCase[];
}

/** Asks an implementation what a certificate says that it was asked, with progress and Ctrl-C. */
export async function askAgain(
  implementation: Implementation,
  { content, edition, finds }: CertifiedQuestions,
): Promise<Summary> {
  const { fields, limits } = content.asked;
  const interrupt = interruptSignal();
  const progress = progressOn(process.stderr);
  const startedAt = performance.now();
  const summarizer = new Summarizer();
  await certifyImplementation(implementation, {
    ...suiteSettings(edition, content.corpus.generated),
    ...limits,
    ...(fields === null ? {} : { fields: fields.declared }),
    finds,
    signal: interrupt.signal,
    onLine: keepingLines(summarizer, undefined),
    onResult: (_, done, share) => {
      progress.show(
        () => `${Math.floor(share * 100)} % · ${done} cases · ${ratePerSecond(done, startedAt)}/s`,
      );
    },
  });
  progress.clear();
  interrupt.release();
  return summarizer.summary();
}
