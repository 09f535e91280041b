import { canonicalJson } from '../../reports/certificate/canonical-json.ts';
import { certificateOf, type CertificateContent } from '../../reports/certificate/certificate.ts';
import type { TestCase } from '../case/case.ts';
import type { Register } from '../editions/register.ts';
import { openLogText } from '../verify/log-text.ts';
import { verifyLog } from '../verify/verify-log.ts';
import { digestOfFile } from './write-certificate.ts';

/** A log that bears out a certificate, or the reason why it does not, as a sentence about the log. */
export type LogCheck =
  | { readonly kind: 'borne-out'; readonly finds: readonly TestCase[] }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Checks that a log is the one that a certificate names, that the suite would have written it, and that the certificate
 * says what it shows. Throws if the file can't be read.
 */
export async function checkLog(
  content: CertificateContent,
  path: string,
  editions: Register,
): Promise<LogCheck> {
  const { log, baseline, implementation } = content;
  if (log === null) return refused('the certificate names no log, so nothing tells that this one is its own');
  if (log.digest !== (await digestOfFile(path)))
    return refused('it is not the log of the certificate, or was edited: its digest is another one');
  const { summary, flaws, run } = await verifyLog(await openLogText(path), editions);
  if (flaws.count > 0)
    return refused(`it is not the whole of a run, as this suite writes it: ${flaws.kept[0] ?? ''}`);
  const making = certificateOf(summary, {
    spec: run?.edition.spec,
    revision: implementation.revision ?? undefined,
    baseline: baseline?.digest,
    log: log.digest,
  });
  if (making.kind === 'refused') return refused(`it gives no certificate: ${making.reason}`);
  return canonicalJson(making.content) === canonicalJson(content)
    ? { kind: 'borne-out', finds: run?.finds ?? [] }
    : refused('the certificate does not say what it shows');
}

function refused(reason: string): LogCheck {
  return { kind: 'refused', reason };
}
