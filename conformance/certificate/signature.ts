import { FlattenedSign, flattenedVerify, importPKCS8, importSPKI, type CryptoKey } from 'jose';
import { canonicalJson } from '../../reports/certificate/canonical-json.ts';
import type { CertificateContent } from '../../reports/certificate/certificate.ts';
import type { CertificateSignature } from '../../spec/generated/certificate-file.ts';
import { readUtf8 } from '../files/utf8.ts';

/** The algorithm of the signature: Ed25519, by the name that RFC 8037 gave it. */
const ALGORITHM = 'EdDSA';

/** Reads a private key (PKCS #8, PEM). Throws if the file can't be read or is no Ed25519 key. */
export async function readPrivateKey(path: string): Promise<CryptoKey> {
  return importPKCS8(await readUtf8(path), ALGORITHM);
}

/** Reads a public key (SPKI, PEM). Throws if the file can't be read or is no Ed25519 key. */
export async function readPublicKey(path: string): Promise<CryptoKey> {
  return importSPKI(await readUtf8(path), ALGORITHM);
}

/** Signs what a certificate says. The signed bytes are its canonical JSON, which the signature does not repeat. */
export async function signCertificate(
  content: CertificateContent,
  key: CryptoKey,
): Promise<CertificateSignature> {
  const signer = new FlattenedSign(bytesOf(content)).setProtectedHeader({ alg: ALGORITHM });
  const { protected: header = '', signature } = await signer.sign(key);
  return { protected: header, signature };
}

/** Returns whether the signature of a certificate was made with the private part of this key. */
export async function isSignedBy(
  content: CertificateContent,
  signature: CertificateSignature,
  key: CryptoKey,
): Promise<boolean> {
  const payload = Buffer.from(bytesOf(content)).toString('base64url');
  try {
    await flattenedVerify({ ...signature, payload }, key, { algorithms: [ALGORITHM] });
    return true;
  } catch {
    return false;
  }
}

function bytesOf(content: CertificateContent): Uint8Array {
  return new TextEncoder().encode(canonicalJson(content));
}
