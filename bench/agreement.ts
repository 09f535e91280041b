import { checkAgreement } from '../conformance/soundness/agreement.ts';
import { describeDefect } from '../conformance/soundness/suite-defect.ts';
import { independentAnswers } from '../conformance/certify/independent.ts';
import { EDITION } from '../conformance/testing/edition.ts';

/** The command of a second implementation, which is in the folder of the project. */
const PYTHON = [process.env['PYTHON'] ?? 'python3', '-B', 'examples/python/dstack_task.py'];

/**
 * Measures how far generators, reference and a second implementation agree. The arguments are the number of cases for
 * the reference, the number for the other implementation, and the seed. Exits 1 if one case is read differently than
 * it was built.
 */
async function main([cases = '1000000', asked = '100000', seed = '1']: readonly string[]): Promise<void> {
  const agreement = checkAgreement({
    edition: EDITION,
    seed: Number(seed),
    cases: Number(cases),
    yamlEvery: 1,
  });
  const { json, yaml, defects, disagreements } = agreement;
  console.log(`seed ${seed}: the reference read ${count(json)} JSON texts and ${count(yaml)} YAML texts`);
  console.log(
    `of ${count(Number(cases))} cases; it disagrees with the construction of ${count(disagreements)}`,
  );
  for (const defect of defects) console.log(describeDefect(defect));

  const answers = await independentAnswers(PYTHON, {
    edition: EDITION,
    seed: Number(seed),
    cases: Number(asked),
  });
  const { failures } = answers;
  console.log(
    `${PYTHON.join(' ')} answered ${count(answers.asked)}; it disagrees about ${count(failures.length)}`,
  );
  for (const failure of failures.slice(0, 5)) console.log(failure);
  if (disagreements + failures.length > 0) process.exitCode = 1;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

await main(process.argv.slice(2));
