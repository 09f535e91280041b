import type { CertifiedState } from '../../spec/generated/certificate-file.ts';
import type { CertificateContent } from './certificate.ts';

/** A requirement whose state is another one than the certificate says. */
export interface StateDifference {
  readonly requirement: string;
  readonly certified: CertifiedState | undefined;
  readonly now: CertifiedState | undefined;
}

/** The differences between a certificate and another run of the same questions. */
export interface CertificateDifferences {
  /** Differences of the whole run, one sentence each, such as that of the grade. */
  readonly sentences: readonly string[];
  readonly states: readonly StateDifference[];
}

/** Compares what a certificate says with what a run shows now. A baseline excuses failures and does not change them. */
export function differencesOf(
  certified: CertificateContent,
  now: CertificateContent,
): CertificateDifferences {
  const ids = new Set([...Object.keys(certified.requirements), ...Object.keys(now.requirements)]);
  const states = [...ids].flatMap((requirement) => {
    const [before, after] = [certified.requirements[requirement], now.requirements[requirement]];
    return plainly(before) === plainly(after) ? [] : [{ requirement, certified: before, now: after }];
  });
  return { sentences: sentencesOf(certified, now), states };
}

function sentencesOf(certified: CertificateContent, now: CertificateContent): string[] {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['the name of the program', certified.implementation.name, now.implementation.name],
    ['its version', certified.implementation.version, now.implementation.version],
    ['its language', certified.implementation.language, now.implementation.language],
    ['the inputs that it takes', certified.asked.inputs, now.asked.inputs],
    ['the fields that it declares', certified.asked.fields?.declared, now.asked.fields?.declared],
    ['what it answers', certified.asked.answers, now.asked.answers],
    ['the grade', certified.grade, now.grade],
  ];
  return pairs
    .filter(([, before, after]) => spell(before) !== spell(after))
    .map(([what, before, after]) => `${what} was ${spell(before)} and is ${spell(after)}`);
}

function spell(value: unknown): string {
  if (value === null || value === undefined) return 'not given';
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value);
}

function plainly(state: CertifiedState | undefined): CertifiedState | undefined {
  return state === 'listed' ? 'failed' : state;
}
