import { readFileSync } from 'node:fs';
import { findEdition } from '../../conformance/editions/find-edition.ts';
import { EDITIONS } from '../../conformance/editions/register.ts';
import { readEventLog } from '../../conformance/log/event-log.ts';
import { divergentCases } from './divergent-cases.ts';

const HELP = `Checks the event log of a certified release: npm run measure:certified -- LOG

Exit code: 0 if its failures are exactly the published divergences, each of which was seen; else 1; 2 usage.
`;

/** Number of unexplained failures that are shown. */
const SHOWN = 20;

/** Prints how the divergences explain the failures in a log. Returns the exit code. */
async function main([file]: readonly string[]): Promise<number> {
  if (file === undefined) {
    process.stdout.write(HELP);
    return 2;
  }
  const log = readEventLog(readFileSync(file, 'utf8'));
  const header = log.lines.find((line) => line.event === 'header');
  const found = findEdition(EDITIONS, header?.spec);
  if (found.kind === 'unknown') throw new Error(found.reason);
  const { spec } = await found.edition.load();
  const { cases, failures, byDivergence, others, faults } = divergentCases(log.lines, spec);
  console.log(`${cases} cases, ${failures} failures`);
  for (const [{ id }, count] of byDivergence) console.log(`  ${id}: ${count === 0 ? 'NOT SEEN' : count}`);
  if (others.length > 0) console.log(`${others.length} failures that no divergence explains`);
  for (const { case: name, outcome, input } of others.slice(0, SHOWN))
    console.log(`  ${outcome} ${name} ${JSON.stringify(input.text)}`);
  for (const fault of faults) console.log(`a fault without a case: ${fault}`);
  if (!log.finished) console.log('the log is unfinished');
  const isExact = others.length + faults.length === 0 && ![...byDivergence.values()].includes(0);
  return isExact && log.finished ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
