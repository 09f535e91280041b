import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { errorText } from '../../conformance/error-text.ts';
import { agreementOf } from './agreement.ts';
import { askRelease } from './ask-release.ts';
import { readExplanations } from './explanation.ts';
import { readRows } from './measured-row.ts';
import { retakenLines } from './retaken-lines.ts';
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

interface Flags {
  readonly release: string;
  readonly check: boolean;
  readonly measurements: string;
  readonly explanations: string;
  readonly every: number;
  readonly out: string | undefined;
}

async function main(): Promise<number> {
  const flags = readFlags();
  if (typeof flags === 'string') {
    process.stderr.write(flags);
    return EXIT_USAGE;
  }
  const { release, check, measurements, explanations, every, out } = flags;
  const rows = readRows(measurements).filter((_, index) => index % every === 0);
  const texts = rows.map(({ yaml }) => yaml);
  const asked = await askRelease(['examples/dstack-release/run', release], texts);
  if (asked.kind === 'not-installed') {
    console.error(asked.message);
    return EXIT_NOT_INSTALLED;
  }
  if (out !== undefined) writeFileSync(out, retakenLines(rows, asked.answers));
  const reasons = existsSync(explanations) ? readExplanations(explanations) : [];
  const agreement = agreementOf(rows, asked.answers, reasons);
  console.log(describeAgreement(release, agreement));
  const isStale = every === 1 && [...agreement.byExplanation.values()].includes(0);
  return check && (agreement.unexplained.length > 0 || isStale) ? EXIT_DIFFERS : 0;
}

/** Returns the flags, or what is wrong with them. */
function readFlags(): Flags | string {
  try {
    const { values } = parseArgs({
      options: {
        release: { type: 'string', default: '' },
        check: { type: 'boolean', default: false },
        measurements: { type: 'string' },
        explanations: { type: 'string' },
        every: { type: 'string', default: '1' },
        out: { type: 'string' },
      },
    });
    const { release, check, out } = values;
    const every = Number(values.every);
    const measurements = values.measurements ?? `spec/editions/dstack-${release}/measurements/probes.ndjson`;
    const explanations = values.explanations ?? `examples/dstack-release/differences-${release}.yaml`;
    if (release === '') return HELP;
    if (!Number.isInteger(every) || every < 1) return '--every must be a whole number from 1\n';
    if (!existsSync(measurements)) return `there are no measurements in ${measurements}\n`;
    return { release, check, measurements, explanations, every, out };
  } catch (error) {
    return `${errorText(error)}\n`;
  }
}

process.exitCode = await main();
