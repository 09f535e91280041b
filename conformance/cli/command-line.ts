import { Command, CommanderError } from 'commander';
import { UnwritableError } from '../files/atomic-write.ts';
import { registerAdapter } from './adapter/command.ts';
import { registerAsk } from './ask/command.ts';
import { registerCertify } from './certify/command.ts';
import { registerCompare } from './compare/command.ts';
import { registerComplete } from './complete/command.ts';
import { registerCorpus } from './corpus/command.ts';
import { readsConfiguration } from './flags/configuration.ts';
import { registerExplain } from './explain/command.ts';
import { registerFuzz } from './fuzz/command.ts';
import { registerGenerate } from './generate/command.ts';
import { registerGolden } from './golden/command.ts';
import { registerHelp } from './help/command.ts';
import { registerInit } from './init/command.ts';
import { registerNormalize } from './normalize/command.ts';
import { registerReplay } from './replay/command.ts';
import { registerReport } from './report/command.ts';
import { registerSmoke } from './smoke/command.ts';
import { registerSpec } from './spec/command.ts';
import { registerTrend } from './trend/command.ts';
import { registerVerify } from './verify/command.ts';
import { visibleLines } from '../../reports/visible.ts';
import { takesColorFlags } from './terminal/color-choice.ts';
import { complain } from './terminal/complain.ts';
import { VERSION } from '../version.ts';

/** Exit codes of every command; `certify` and `fuzz` add 3 (incomplete) and 130 (interrupted). */
const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

const COMMANDS = [
  registerCertify,
  registerFuzz,
  registerReplay,
  registerCorpus,
  registerSmoke,
  registerAsk,
  registerInit,
  registerReport,
  registerCompare,
  registerTrend,
  registerVerify,
  registerNormalize,
  registerExplain,
  registerGolden,
  registerGenerate,
  registerSpec,
  registerAdapter,
  registerComplete,
  registerHelp,
];

/** Runs one command and returns the exit code. Only this module and the commands print. */
export async function run(argv: readonly string[]): Promise<number> {
  const program = new Command('dstack-conformance')
    .description("Conformance suite and reference interpreter for dstack's `task` configuration")
    .version(VERSION)
    .exitOverride()
    // Arguments are quoted in messages.
    .configureOutput({ writeErr: (text) => process.stderr.write(visibleLines(text)) })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help shows the options)');
  readsConfiguration(program);
  takesColorFlags(program);
  for (const register of COMMANDS) register(program);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (!(error instanceof UnwritableError)) throw error;
    complain(error.message);
    return EXIT.usage;
  }
  return Number(process.exitCode ?? EXIT.ok);
}
