import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { agreementOf } from './agreement.ts';
import { askRelease } from './ask-release.ts';
import { readExplanations } from './explanation.ts';
import { readRows, type Measured, type MeasuredRow } from './measured-row.ts';
import { describeAgreement } from './text.ts';

const HELP = `Measures an installed release of dstack: npm run measure -- --release RELEASE [options]

Asks the release (examples/dstack-release) for the texts of recorded measurements, and compares.
Exit code: 0, 1 if a row differs without an explanation or an explanation is stale (with --check),
2 usage, 3 the release is not installed.

  --release R          such as 0.18.42
  --check              fail if anything differs that is not explained
  --measurements FILE  whose texts are asked (default: those of the edition of this release)
  --explanations FILE  why rows differ (default: examples/dstack-release/differences-RELEASE.yaml)
  --every N            ask every Nth row only; explanations are then never stale
  --out FILE           write the new measurements
`;

const EXIT_DIFFERS = 1;
const EXIT_USAGE = 2;
const EXIT_NOT_INSTALLED = 3;

async function main(): Promise<number> {
  const { values: flags } = parseArgs({
    options: {
      release: { type: 'string' },
      check: { type: 'boolean', default: false },
      measurements: { type: 'string' },
      explanations: { type: 'string' },
      every: { type: 'string', default: '1' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { release, every, out } = flags;
  const step = Number(every);
  if (flags.help || release === undefined || !Number.isInteger(step) || step < 1) {
    process.stdout.write(HELP);
    return flags.help ? 0 : EXIT_USAGE;
  }
  const file = flags.measurements ?? `spec/editions/dstack-${release}/measurements/probes.ndjson`;
  const rows = readRows(file).filter((_, index) => index % step === 0);
  const texts = rows.map(({ yaml }) => yaml);
  const asked = await askRelease(['examples/dstack-release/run', release], texts);
  if (asked.kind === 'not-installed') {
    console.error(asked.message);
    return EXIT_NOT_INSTALLED;
  }
  if (out !== undefined) writeFileSync(out, linesOf(rows, asked.answers));
  const reasons = flags.explanations ?? `examples/dstack-release/differences-${release}.yaml`;
  const agreement = agreementOf(rows, asked.answers, existsSync(reasons) ? readExplanations(reasons) : []);
  console.log(describeAgreement(release, agreement));
  const isStale = step === 1 && [...agreement.byExplanation.values()].includes(0);
  return flags.check && (agreement.unexplained.length > 0 || isStale) ? EXIT_DIFFERS : 0;
}

/** Returns the new measurements, one per line, with the keys of the recorded ones in the same order. */
function linesOf(rows: readonly MeasuredRow[], answers: readonly Measured[]): string {
  const taken = rows.map(({ id, topic, yaml, ...recorded }, index) => ({
    id,
    topic,
    yaml,
    ...('data' in recorded ? { data: recorded.data } : {}),
    ...answers[index],
  }));
  return taken.map((row) => `${JSON.stringify(row)}\n`).join('');
}

process.exitCode = await main();
