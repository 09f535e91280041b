import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { certificateOf, sha256 } from '../../reports/certificate/certificate.ts';
import type { Summary } from '../../reports/summary.ts';
import type { EditionSpec } from '../../spec/edition.ts';
import { errorText } from '../error-text.ts';
import { UnwritableError, writeAtomically } from '../files/atomic-write.ts';
import { certificateText } from './certificate-file.ts';
import { readPrivateKey, signCertificate } from './signature.ts';

/** What a certificate needs besides the summary of its run. */
export interface CertifiedRunFacts {
  readonly spec: EditionSpec | undefined;
  /** The path of the log; undefined if none was written. */
  readonly log: string | undefined;
}

interface Wishes extends CertifiedRunFacts {
  readonly revision: string | undefined;
  /** The path of the private key that signs the certificate. */
  readonly key: string | undefined;
}

/** `refused`: the run gives no certificate. `failed`: the certificate could not be written. */
export type Written =
  | { readonly kind: 'written' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly error: string };

/** Writes the certificate of a run into a file. Nothing is written for a run that has none. */
export async function writeCertificate(path: string, summary: Summary, wishes: Wishes): Promise<Written> {
  const { spec, revision, key } = wishes;
  try {
    const file = summary.footer?.baseline?.file;
    const baseline = file === undefined ? undefined : await digestOfBaseline(file);
    const log = wishes.log === undefined ? undefined : await digestOfFile(wishes.log);
    const making = certificateOf(summary, { spec, revision, baseline, log });
    if (making.kind === 'refused') return making;
    const { content } = making;
    const signature =
      key === undefined ? undefined : await signCertificate(content, await readPrivateKey(key));
    await writeAtomically(path, certificateText(content, signature));
    return { kind: 'written' };
  } catch (error) {
    const why =
      error instanceof UnwritableError ? error.message : `no certificate was written: ${errorText(error)}`;
    return { kind: 'failed', error: why };
  }
}

/** Error message for a file that holds no private key; undefined if it does. */
export async function keyFault(path: string): Promise<string | undefined> {
  try {
    await readPrivateKey(path);
    return undefined;
  } catch (error) {
    return `the key can't be read: ${path}: ${errorText(error)}`;
  }
}

/** Returns the digest of the bytes of a file, which may not fit into memory. Throws if it can't be read. */
export async function digestOfFile(path: string): Promise<string> {
  const digest = createHash('sha256');
  const stream = createReadStream(path).on('data', (piece) => digest.update(piece));
  await finished(stream);
  return `sha256:${digest.digest('hex')}`;
}

async function digestOfBaseline(path: string): Promise<string> {
  try {
    return sha256(await readFile(path));
  } catch (error) {
    throw new Error(`the baseline of the run can't be read: ${path}: ${errorText(error)}`, { cause: error });
  }
}
