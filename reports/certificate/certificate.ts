import { hash } from 'node:crypto';
import type { EditionSpec } from '../../spec/edition.ts';
import type { CertificateFile } from '../../spec/generated/certificate-file.ts';
import type { FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';
import type { Summary } from '../summary.ts';
import { WHY_WITHHELD } from '../verdict.ts';
import { canonicalJson } from './canonical-json.ts';

/** What a certificate says. Its digest and its signature are over this. */
export type CertificateContent = Omit<CertificateFile, 'digest' | 'signature'>;

/** The parts of a certificate that are not in the log. */
export interface CertificateFacts {
  readonly spec: EditionSpec | undefined;
  /** A digest or revision of the implementation that the user gave. */
  readonly revision: string | undefined;
  /** The digest of the baseline's file; undefined if there was no baseline. */
  readonly baseline: string | undefined;
  /** The digest of the log's file; undefined if none was written. */
  readonly log: string | undefined;
}

/** A certificate, or the reason why the run gives none, as the end of a sentence. */
export type CertificateMaking =
  | { readonly kind: 'made'; readonly content: CertificateContent }
  | { readonly kind: 'refused'; readonly reason: string };

/** Makes the certificate of a run. Only a full run has one: whatever it skipped could have failed. */
export function certificateOf(summary: Summary, facts: CertificateFacts): CertificateMaking {
  const { header, footer, withheld } = summary;
  if (withheld !== undefined) return { kind: 'refused', reason: WHY_WITHHELD[withheld] };
  if (header === undefined || footer === undefined)
    return { kind: 'refused', reason: WHY_WITHHELD['no-end'] };
  const { implementation } = header;
  if (implementation === null) return { kind: 'refused', reason: 'the program never introduced itself' };
  if (facts.spec === undefined) return { kind: 'refused', reason: `there is no edition ${header.spec}` };
  const content = {
    format: 1,
    implementation: { ...implementation, revision: facts.revision ?? null },
    ...askedOf(header, footer),
    grade: footer.grade,
    counts: footer.counts,
    requirements: Object.fromEntries([...summary.requirements].map(([id, { state }]) => [id, state])),
    baseline: baselineOf(footer, facts),
    divergences: divergencesOf(facts.spec),
    platform: header.platform,
    log: facts.log === undefined ? null : { digest: facts.log },
  } as const;
  return { kind: 'made', content };
}

/** Returns the digest of a certificate with this content. */
export function certificateDigest(content: CertificateContent): string {
  return sha256(canonicalJson(content));
}

/** Returns the divergences of an edition as a certificate names them. */
export function divergencesOf({ divergences }: EditionSpec): CertificateContent['divergences'] {
  return { digest: sha256(canonicalJson(divergences)), ids: divergences.map(({ id }) => id) };
}

/** Returns the digest of bytes, as certificates write it. */
export function sha256(bytes: string | Buffer): string {
  return `sha256:${hash('sha256', bytes)}`;
}

function askedOf(
  header: HeaderLine,
  footer: FooterLine,
): Pick<CertificateContent, 'suite' | 'spec' | 'corpus' | 'asked' | 'run'> {
  const { mode, inputs, answers = 'values', fields = null, limits, corpus } = header;
  const { cases, digest } = footer.corpus;
  return {
    suite: header.suite,
    spec: header.spec,
    corpus: { digest, cases, generated: corpus.generated ?? 0, finds: corpus.finds },
    asked: { mode, inputs, answers, fields, limits },
    run: { id: header.run, finished: footer.finished },
  };
}

function baselineOf({ baseline }: FooterLine, facts: CertificateFacts): CertificateContent['baseline'] {
  if (baseline === null || facts.baseline === undefined) return null;
  const { file, listed, unlisted } = baseline;
  return { file, digest: facts.baseline, listed, unlisted };
}
