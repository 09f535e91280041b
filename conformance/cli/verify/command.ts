import type { Command } from 'commander';
import { afterDashes } from '../flags/after-dashes.ts';
import { withProgram, type Configured } from '../flags/configuration.ts';
import type { VerifyFlags } from './run.ts';

const NOTES = `
The digest and the signature are checked, and that this suite makes the same corpus and the same requirements. Then the
program is asked again, in the way that the certificate says, and its grade and the state of every requirement are
compared. With --log, the log must be that of the certificate, each answer in it is judged again, and the certificate
must say what it shows. Without a program, that of the configuration is asked, or none.

Exit code: 0 it holds, 1 the program does not do what it says, 2 usage or a file that is no certificate, 3 it can't be
relied on: it or the log was edited, the signature is missing or of another key, the run was shortened, another version
of the suite made it, or the program could not be asked, 130 interrupted.`;

export function registerVerify(program: Command): void {
  const verify = program
    .command('verify')
    .description('check a certificate, and ask its program again')
    .argument('<certificate>', 'a file that `--certificate` wrote; the program comes after --')
    .argument('[command...]', 'the program and its arguments, after --')
    .option('--log <file>', 'the event log of the certified run')
    .option('--key <file>', 'the Ed25519 key that must have signed it (SPKI, PEM)')
    .addHelpText('after', NOTES);
  verify.action(async (path: string, words: string[], all: VerifyFlags & Configured) => {
    const { runVerify } = await import('./run.ts');
    const given = afterDashes(verify);
    const extra = words.slice(0, words.length - given.length);
    const { command, flags } = withProgram(given, all);
    process.exitCode = await runVerify([path, ...extra], command, flags);
  });
}
