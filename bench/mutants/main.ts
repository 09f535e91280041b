import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { interruptSignal } from '../../conformance/cli/terminal/interrupt.ts';
import { EXIT_INTERRUPTED, EXIT_USAGE } from '../../conformance/judge/grade.ts';
import { corpusDigest } from '../../conformance/case/corpus-digest.ts';
import { suiteCases } from '../../conformance/case/suite-cases.ts';
import { positiveInteger } from '../../conformance/cli/flags/flag-values.ts';
import { progressOn } from '../../conformance/cli/terminal/progress.ts';
import { readEquivalents } from './equivalent.ts';
import { Journal } from './journal.ts';
import { listMutants, nameOf, type Mutant } from './mutant.ts';
import { renderReport, reportOf, type Tried } from './report.ts';
import { chosenMutants } from './sample.ts';
import { tryMutant, type Setup, type Trial } from './try-mutant.ts';
import { EDITION } from '../../conformance/testing/edition.ts';

const HELP = `Mutation run over the Python implementation: npm run mutants -- [options]

Asks each mutant of examples/python what certify asks by default, up to its first failure.
Exit code: 0 if all are caught but those that bench/mutants/equivalent.yaml lists, else 1.

  --jobs N           mutants side by side (default 2)
  --sample N         only N mutants, drawn by chance
  --seed S           of the sample (default 1)
  --only FILE:LINE   only the mutants of a line; FILE alone for those of a file
  --resume           take over what earlier runs with the same cases found out
  --survivors        only those that the last run did not catch and that are not listed as equivalent
  --json             print the report as JSON
`;

const EQUIVALENT = 'bench/mutants/equivalent.yaml';
const JOURNAL = '.tmp/mutants.ndjson';
const PROGRAM = { folder: 'examples/python', main: 'dstack_task.py' } as const;

async function main(): Promise<void> {
  const { values: flags } = parseArgs({
    options: {
      jobs: { type: 'string', default: '2' },
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      resume: { type: 'boolean', default: false },
      survivors: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (flags.help) {
    process.stdout.write(HELP);
    return;
  }
  const equivalents = readEquivalents(EQUIVALENT);
  const { signal, release } = interruptSignal();
  const python = process.env['PYTHON'] ?? 'python3';
  const setup: Setup = { python, ...PROGRAM, cases: suiteCases(EDITION), signal };
  await requireSound(setup);
  const mutants = listMutants(setup.python, setup.folder);
  const journal = new Journal(JOURNAL, corpusDigest(setup.cases));
  const sample = flags.sample === undefined ? undefined : positiveInteger(flags.sample);
  const chosen = chosenMutants(
    flags.survivors
      ? mutants.filter((mutant) => journal.survived(mutant) && !equivalents.has(nameOf(mutant)))
      : mutants,
    { only: flags.only, sample, seed: flags.seed },
  );
  if (chosen.length === 0 && !flags.survivors) {
    process.stderr.write('no mutant was chosen\n');
    process.exitCode = EXIT_USAGE;
    return;
  }
  const tried = await tryAll(setup, chosen, {
    jobs: positiveInteger(flags.jobs),
    journal,
    resumes: flags.resume,
  });
  const names = chosen.length === mutants.length ? new Set(mutants.map(nameOf)) : undefined;
  const report = reportOf(tried, equivalents, names);
  process.stdout.write(flags.json ? `${JSON.stringify(report)}\n` : renderReport(report));
  if (signal.aborted) process.exitCode = EXIT_INTERRUPTED;
  else if (!report.isGood) process.exitCode = 1;
  release();
}

/** Fails if the program itself fails a case, because then every mutant would be caught. */
async function requireSound(setup: Setup): Promise<void> {
  const text = readFileSync(join(setup.folder, setup.main), 'utf8');
  const { kind, how } = await tryMutant(setup, { file: setup.main, text });
  if (kind !== 'survived') throw new Error(`the program fails without a change: ${how}`);
}

/** Tries mutants side by side, until interrupted. The results are in the order of the mutants. */
async function tryAll(
  setup: Setup,
  mutants: readonly Mutant[],
  { jobs, journal, resumes }: { readonly jobs: number; readonly journal: Journal; readonly resumes: boolean },
): Promise<Tried[]> {
  const trials = new Map<Mutant, Trial>();
  const progress = progressOn(process.stderr);
  const queue = mutants.values();
  let survived = 0;
  async function work(): Promise<void> {
    for (const mutant of queue) {
      const known = resumes ? journal.known(mutant) : undefined;
      const trial = known ?? (await tryMutant(setup, mutant));
      if (setup.signal.aborted) break;
      if (known === undefined) journal.add(mutant, trial);
      trials.set(mutant, trial);
      if (trial.kind === 'survived') survived += 1;
      progress.show(() => `${trials.size} of ${mutants.length} mutants · ${survived} not caught`);
    }
  }
  await Promise.all(Array.from({ length: jobs }, work));
  progress.clear();
  return mutants.flatMap((mutant) => {
    const trial = trials.get(mutant);
    return trial === undefined ? [] : [{ mutant, trial }];
  });
}

await main();
