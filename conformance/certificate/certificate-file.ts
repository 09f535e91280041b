import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { canonicalJson } from '../../reports/certificate/canonical-json.ts';
import { certificateDigest, type CertificateContent } from '../../reports/certificate/certificate.ts';
import type { CertificateFile } from '../../spec/generated/certificate-file.ts';
import schema from '../../spec/schemas/certificate.schema.json' with { type: 'json' };
import { parseJson } from '../protocol/parsed-json.ts';

/** A certificate as it was read. `no-certificate` is for any other file, `edited` for one with another digest. */
export type CertificateReading =
  | {
      readonly kind: 'read';
      readonly content: CertificateContent;
      readonly signature: CertificateFile['signature'];
    }
  | { readonly kind: 'no-certificate'; readonly reason: string }
  | { readonly kind: 'edited' };

/** Writes a certificate. Equal certificates get the same bytes. */
export function certificateText(
  content: CertificateContent,
  signature: CertificateFile['signature'],
): string {
  const file = { ...content, digest: certificateDigest(content), ...(signature && { signature }) };
  return `${canonicalJson(file)}\n`;
}

/** Reads the text of a certificate and checks its digest. It never throws. */
export function readCertificate(text: string): CertificateReading {
  const parsed = parseJson(text);
  if (parsed.kind === 'invalid') return { kind: 'no-certificate', reason: 'it is no JSON' };
  const isCertificate = validator();
  const { value } = parsed;
  if (!isCertificate(value)) {
    const [wrong] = isCertificate.errors ?? [];
    const where = wrong?.instancePath ?? '';
    return {
      kind: 'no-certificate',
      reason: `${where === '' ? 'it' : where} ${wrong?.message ?? 'is no certificate'}`,
    };
  }
  const { digest, signature, ...content } = value;
  return digest === certificateDigest(content) ? { kind: 'read', content, signature } : { kind: 'edited' };
}

let compiled: ValidateFunction<CertificateFile> | undefined;

function validator(): ValidateFunction<CertificateFile> {
  compiled ??= new Ajv2020({ strict: false }).compile<CertificateFile>(schema);
  return compiled;
}
