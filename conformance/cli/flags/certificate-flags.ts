import type { Command } from 'commander';
import type { Summary } from '../../../reports/summary.ts';
import type { CertifiedRunFacts } from '../../certificate/write-certificate.ts';
import { complain } from '../terminal/complain.ts';

/** The flags about a certificate of the run. */
export interface CertificateFlags {
  readonly certificate?: string;
  /** A digest or revision of the program, in the words of the user. */
  readonly revision?: string;
  /** The file of a private key. */
  readonly sign?: string;
}

export function addCertificateFlags(command: Command): void {
  command
    .option('--certificate <file>', 'write a certificate, which `verify` checks; only a full run has one')
    .option('--revision <text>', 'with --certificate: a digest or revision of the program')
    .option('--sign <key>', 'with --certificate: sign it with this Ed25519 key (PKCS #8, PEM)');
}

/** Error messages for flags that make no certificate. It is asked before a run, which may take minutes. */
export async function refusedCertificate({
  certificate,
  revision,
  sign,
}: CertificateFlags): Promise<readonly string[]> {
  if (certificate === undefined) {
    if (revision !== undefined) return ['--revision needs --certificate FILE'];
    return sign === undefined ? [] : ['--sign needs --certificate FILE'];
  }
  if (sign === undefined) return [];
  const { keyFault } = await import('../../certificate/write-certificate.ts');
  const fault = await keyFault(sign);
  return fault === undefined ? [] : [fault];
}

/**
 * Writes a certificate if one was asked for. A run that is not a full one has none: that is said, and is no error.
 * Returns error messages.
 */
export async function writeCertificateIfAsked(
  summary: Summary,
  facts: CertifiedRunFacts,
  { certificate, revision, sign }: CertificateFlags,
): Promise<readonly string[]> {
  if (certificate === undefined) return [];
  const { writeCertificate } = await import('../../certificate/write-certificate.ts');
  const written = await writeCertificate(certificate, summary, { ...facts, revision, key: sign });
  if (written.kind === 'refused') complain(`no certificate was written: ${written.reason}`);
  return written.kind === 'failed' ? [written.error] : [];
}
