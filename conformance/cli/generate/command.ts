import { Option, type Command } from 'commander';
import { positiveInteger, seed } from '../flags/flag-values.ts';
import { editionOption } from '../flags/edition-flag.ts';
import type { GenerateFlags } from './run.ts';

const NOTES = `
A line of ndjson, or three files of one name, hold a case: the document as JSON (\`config\`; null where only YAML can
say it) and as YAML, what is expected of it, and the requirements that it exercises. What is expected is known from how
the case was made: \`accepted\` with the normal form, or \`rejected\` with the requirement that is broken and where.
The same options give the same bytes on every machine.`;

export function registerGenerate(program: Command): void {
  program
    .command('generate')
    .description('write random cases with what is expected of them, for tests in any language')
    .addOption(editionOption())
    .option('--count <n>', 'how many cases', positiveInteger, 100)
    .option('--seed <n>', 'what they come from', seed, 1)
    .addOption(new Option('--invalid', 'only documents that must be refused').conflicts('mix'))
    .option('--mix', 'documents of both kinds (default: only valid ones)')
    .option('--topic <topic>', 'only cases about one topic, such as ports')
    .addOption(
      new Option('--level <level>', 'only cases that rest on the page alone').choices(['documented']),
    )
    .addOption(
      new Option('--format <format>', 'how to write them').choices(['ndjson', 'files']).default('ndjson'),
    )
    .option('--out <dir>', 'folder for cases.ndjson or the files (default: standard output)')
    .addHelpText('after', NOTES)
    .action(async (flags: GenerateFlags) => {
      const { runGenerate } = await import('./run.ts');
      process.exitCode = await runGenerate(flags);
    });
}
