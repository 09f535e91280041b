import { independentAnswers } from '../conformance/certify/independent.ts';
import type { Edition } from '../conformance/edition.ts';
import { findEdition } from '../conformance/editions/find-edition.ts';
import { EDITIONS } from '../conformance/editions/register.ts';
import { checkAgreement } from '../conformance/soundness/agreement.ts';
import { describeDefect } from '../conformance/soundness/suite-defect.ts';

/** The command of a second implementation, which is in the folder of the project, and the edition that it reads. */
const PYTHON = [process.env['PYTHON'] ?? 'python3', '-B', 'examples/python/dstack_task.py'];
const EDITION_OF_PYTHON = EDITIONS[0].id;

/**
 * Measures how far generators, reference and a second implementation agree. The arguments are the number of cases for
 * the reference, the number for the other implementation, the seed, and the edition. The other implementation reads the
 * first edition alone. Exits 1 if one case is read differently than it was built.
 */
async function main([
  cases = '1000000',
  asked = '100000',
  seed = '1',
  name,
]: readonly string[]): Promise<void> {
  const found = findEdition(EDITIONS, name);
  if (found.kind === 'unknown') throw new Error(found.reason);
  const edition = await found.edition.load();
  const disagreements = askReference(edition, Number(cases), Number(seed));
  const failures =
    edition.id === EDITION_OF_PYTHON ? await askPython(edition, Number(asked), Number(seed)) : 0;
  if (disagreements + failures > 0) process.exitCode = 1;
}

/** Returns how many cases the reference reads differently than they were built. */
function askReference(edition: Edition, cases: number, seed: number): number {
  const { json, yaml, defects, disagreements } = checkAgreement({ edition, seed, cases, yamlEvery: 1 });
  console.log(
    `${edition.id}, seed ${seed}: the reference read ${count(json)} JSON texts and ${count(yaml)} YAML texts`,
  );
  console.log(`of ${count(cases)} cases; it disagrees with the construction of ${count(disagreements)}`);
  for (const defect of defects) console.log(describeDefect(defect));
  return disagreements;
}

/** Returns how many cases the second implementation reads differently than they were built. */
async function askPython(edition: Edition, cases: number, seed: number): Promise<number> {
  const { asked, failures } = await independentAnswers(PYTHON, { edition, seed, cases });
  console.log(`${PYTHON.join(' ')} answered ${count(asked)}; it disagrees about ${count(failures.length)}`);
  for (const failure of failures.slice(0, 5)) console.log(failure);
  return failures.length;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

await main(process.argv.slice(2));
