import { certificateOf, type CertificateContent } from '../../../reports/certificate/certificate.ts';
import { differencesOf } from '../../../reports/certificate/difference.ts';
import { readCertificate } from '../../certificate/certificate-file.ts';
import { checkCertificate } from '../../certificate/check-certificate.ts';
import { checkLog } from '../../certificate/check-log.ts';
import { isSignedBy, readPublicKey } from '../../certificate/signature.ts';
import type { TestCase } from '../../case/case.ts';
import type { Edition } from '../../edition.ts';
import { EDITIONS, type Register } from '../../editions/register.ts';
import { errorText } from '../../error-text.ts';
import { readUtf8 } from '../../files/utf8.ts';
import { EXIT_CODES, EXIT_INTERRUPTED, EXIT_USAGE } from '../../judge/grade.ts';
import { implementationOf } from '../../runner/program.ts';
import type { Implementation } from '../../runner/implementation.ts';
import { complain } from '../terminal/complain.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { askAgain } from './ask-again.ts';
import { differenceLines, holdsLines, limitLines } from './text.ts';

export interface VerifyFlags {
  readonly log?: string;
  readonly key?: string;
}

/** The command `verify`: checks a certificate, asks the program again, and returns the exit code. */
export function runVerify(
  paths: readonly string[],
  command: readonly string[],
  flags: VerifyFlags,
  editions: Register = EDITIONS,
): Promise<number> {
  const program =
    command.length === 0 ? undefined : (plain: Plain) => implementationOf({ command, ...plain });
  return verify(paths, program, flags, editions);
}

/** How a program without an adapter is asked; empty for others. */
type Plain = Pick<Parameters<typeof implementationOf>[0], 'plain' | 'verdicts'>;

/** Does the same for anything that can be asked; `program` is undefined if nothing is. */
export async function verify(
  paths: readonly string[],
  program: ((plain: Plain) => Implementation) | undefined,
  flags: VerifyFlags,
  editions: Register = EDITIONS,
): Promise<number> {
  const [path = '', ...others] = paths;
  if (others.length > 0) return refuse(`${others.join(' ')}: the program comes after --`, EXIT_USAGE);
  const paper = await checkPaper(path, flags, editions);
  if (paper.kind === 'refused') return refuse(paper.reason, paper.exitCode);
  const { content, edition, finds } = paper;
  if (program === undefined) {
    print(holdsLines(content, 'unasked'), limitLines(paper, flags.key));
    return 0;
  }
  if (content.corpus.finds > finds.length)
    return refuse(`${path}: its run asked saved finds too, which only its log holds: give it with --log`);
  const summary = await askAgain(program(plainIn(content)), { content, edition, finds });
  if (summary.footer?.interrupted === true) return refuse('interrupted', EXIT_INTERRUPTED);
  const making = certificateOf(summary, {
    spec: edition.spec,
    revision: undefined,
    baseline: undefined,
    log: undefined,
  });
  if (making.kind === 'refused')
    return refuse(`the program could not be asked again: ${summary.footer?.diagnosis ?? making.reason}`);
  const differences = differencesOf(content, making.content);
  if (differences.sentences.length + differences.states.length === 0) {
    print(holdsLines(content, 'asked'), limitLines(paper, flags.key));
    return 0;
  }
  print(differenceLines(differences, summary, colorsFor(process.stdout)));
  return 1;
}

/** A certificate that is what it was when it was made, and that this suite can ask about. */
interface SoundPaper {
  readonly kind: 'sound';
  readonly content: CertificateContent;
  readonly isSigned: boolean;
  readonly edition: Edition;
  readonly finds: readonly TestCase[];
}

type Paper = SoundPaper | { readonly kind: 'refused'; readonly reason: string; readonly exitCode: number };

/** Checks everything that needs no program. */
async function checkPaper(path: string, { log, key }: VerifyFlags, editions: Register): Promise<Paper> {
  try {
    const reading = readCertificate(await readUtf8(path));
    if (reading.kind === 'no-certificate')
      return refused(`${path} is no certificate: ${reading.reason}`, EXIT_USAGE);
    if (reading.kind === 'edited')
      return refused(`${path}: it was edited: its digest is not that of its content`);
    const { content, signature } = reading;
    if (key !== undefined) {
      const publicKey = await readPublicKey(key);
      if (signature === undefined) return refused(`${path}: it is not signed, and a signature was asked for`);
      if (!(await isSignedBy(content, signature, publicKey)))
        return refused(`${path}: its signature was not made with ${key}`);
    }
    const check = await checkCertificate(content, editions);
    if (check.kind === 'refused') return refused(`${path}: ${check.reason}`);
    const sound = {
      kind: 'sound',
      content,
      isSigned: signature !== undefined,
      edition: check.edition,
    } as const;
    if (log === undefined) return { ...sound, finds: [] };
    const borne = await checkLog(content, log, editions);
    return borne.kind === 'refused' ? refused(`${log}: ${borne.reason}`) : { ...sound, finds: borne.finds };
  } catch (error) {
    return refused(`a file can't be read: ${errorText(error)}`, EXIT_USAGE);
  }
}

function plainIn({ asked: { mode, inputs, answers } }: CertificateContent): Plain {
  const [plain] = inputs;
  return mode === 'plain' && plain !== undefined ? { plain, verdicts: answers === 'verdicts' } : {};
}

function print(...blocks: readonly (readonly string[])[]): void {
  process.stdout.write(`${blocks.flat().join('\n')}\n`);
}

function refused(reason: string, exitCode: number = EXIT_CODES.incomplete): Paper {
  return { kind: 'refused', reason, exitCode };
}

function refuse(reason: string, exitCode: number = EXIT_CODES.incomplete): number {
  complain(reason);
  return exitCode;
}
