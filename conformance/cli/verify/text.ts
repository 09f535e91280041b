import { causeTitle } from '../../../reports/cause-text.ts';
import type { CertificateContent } from '../../../reports/certificate/certificate.ts';
import type { CertificateDifferences, StateDifference } from '../../../reports/certificate/difference.ts';
import type { Colors } from '../../../reports/colors.ts';
import { counted } from '../../../reports/counted.ts';
import { scopeText } from '../../../reports/scope.ts';
import type { Summary } from '../../../reports/summary.ts';
import { visible } from '../../../reports/visible.ts';

/** Says that a certificate holds. `unasked` means that its program was not asked again. */
export function holdsLines(content: CertificateContent, how: 'asked' | 'unasked'): string[] {
  const { grade, requirements, corpus, suite } = content;
  const name = nameOf(content);
  const scope = scopeOf(content);
  const asked = `${counted(Object.keys(requirements).length, 'requirement')}, ${corpus.digest.slice(0, 19)}, ${suite.name} ${suite.version}`;
  return how === 'asked'
    ? [`The certificate holds: ${name} is ${grade}${scope}, and every requirement is as certified.`, asked]
    : [
        `The certificate is whole: it says that ${name} is ${grade}${scope}.`,
        asked,
        'The program was not asked again: its command comes after --.',
      ];
}

/** Says in words what a certificate leaves open. */
export function limitLines(
  { content, isSigned }: { readonly content: CertificateContent; readonly isSigned: boolean },
  key: string | undefined,
): string[] {
  const { implementation, asked, platform, run, corpus } = content;
  const { revision } = implementation;
  return [
    '',
    'What it does not say:',
    '- that the program is secure, fast or free of other faults: only how it reads documents was asked',
    `- anything about documents unlike the ${counted(corpus.cases, 'case')} of the corpus`,
    `- anything about other releases than the one asked until ${visible(run.finished)}, or other platforms than ${visible(platform.os)} ${visible(platform.arch)}`,
    revision === null
      ? '- which build was asked: no digest or revision was given'
      : `- that the build was ${visible(revision)}: whoever made the certificate says so, and nobody checked it`,
    ...whoSigned(isSigned, key),
    ...(asked.fields === null ? [] : ['- anything about fields that the program did not declare']),
    ...(asked.answers === 'values' ? [] : ['- anything about values: only verdicts were judged']),
    ...(asked.inputs.length === 1
      ? [`- anything about other inputs than ${asked.inputs[0] === 'yaml' ? 'YAML' : 'JSON'}`]
      : []),
  ];
}

function whoSigned(isSigned: boolean, key: string | undefined): string[] {
  if (!isSigned) return ['- who made it: it is not signed'];
  return key === undefined ? ['- who made it: its signature was not checked, which needs --key'] : [];
}

/**
 * Names every difference between a certificate and what the program does now. Requirements whose cases all fail because
 * of other ones are only counted.
 */
export function differenceLines(
  { sentences, states }: CertificateDifferences,
  summary: Summary,
  colors: Colors,
): string[] {
  const clear = states.filter(({ now }) => now !== 'unclear');
  const unclear = states.length - clear.length;
  return [
    colors.bold(colors.red('The certificate does not hold.')),
    ...sentences.map((sentence) => `  ${visible(sentence)}`),
    ...clear.flatMap((state) => stateLines(state, summary, colors)),
    ...(unclear === 0
      ? []
      : [
          `  ${counted(unclear, 'requirement')} can't be told any more: all of their cases fail because of others`,
        ]),
  ];
}

function stateLines(
  { requirement, certified, now }: StateDifference,
  summary: Summary,
  colors: Colors,
): string[] {
  const about = summary.requirements.get(requirement);
  const causes = summary.causes.filter(({ id }) => about?.causes.includes(id) === true);
  return [
    `  ${colors.bold(visible(requirement))} was ${certified ?? 'unknown'} and is ${now ?? 'unknown'}: ${visible(about?.sentence ?? '')}`,
    ...causes
      .slice(0, 3)
      .map((cause) => colors.dim(`      ${visible(causeTitle(cause))}, ${counted(cause.count, 'case')}`)),
  ];
}

function nameOf({ implementation: { name, version } }: CertificateContent): string {
  return visible(version === null ? name : `${name} ${version}`);
}

function scopeOf({ asked: { fields, answers } }: CertificateContent): string {
  return scopeText({
    ...(fields === null ? {} : { fields }),
    ...(answers === 'verdicts' ? { answers } : {}),
  });
}
