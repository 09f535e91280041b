import type { CaseOptions } from '../../generators/plan.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import type { Edition } from '../edition.ts';
import { caseStream, expectedOf, testOf, textOf } from '../case/generated-cases.ts';
import { contradictionOf, defectOf, type SuiteDefect } from './suite-defect.ts';

export interface AgreementOptions {
  readonly edition: Edition;
  /** An integer of 32 bits. */
  readonly seed: number;
  readonly cases: number;
  /**
   * The YAML text of one case in this many is read, because reading YAML takes far longer than everything else; 1
   * reads each.
   */
  readonly yamlEvery: number;
  /** The kind of cases. The default, `mix`, has as many invalid cases as valid ones. */
  readonly kind?: CaseOptions['kind'];
}

export interface Agreement {
  /** Number of JSON texts that were read. */
  readonly json: number;
  readonly yaml: number;
  /** The first few defects, and their total number. */
  readonly defects: readonly SuiteDefect[];
  readonly disagreements: number;
}

const MOST_DEFECTS = 5;

/**
 * Reads generated cases with the reference and compares the results with their construction: the whole normal form, or
 * the broken requirement and its place. Cases that only YAML can say are always read.
 */
export function checkAgreement({
  edition,
  seed,
  cases,
  yamlEvery,
  kind = 'mix',
}: AgreementOptions): Agreement {
  const read: Record<InputKind, number> = { json: 0, yaml: 0 };
  const defects: SuiteDefect[] = [];
  let disagreements = 0;
  let index = 0;
  for (const made of caseStream({ edition, seed, kind, inputs: ['json', 'yaml'] })) {
    if (index === cases) break;
    const kinds: readonly InputKind[] =
      made.json === undefined || index % yamlEvery === 0 ? ['json', 'yaml'] : ['json'];
    const expected = expectedOf(edition, made);
    for (const input of kinds) {
      const text = textOf(made, input);
      if (text === undefined) continue;
      read[input] += 1;
      if (contradictionOf({ edition, input: { kind: input, text }, expected }) === undefined) continue;
      disagreements += 1;
      const test = testOf(edition, made, input, expected);
      const defect = test && defectOf(test);
      if (defect !== undefined && defects.length < MOST_DEFECTS) defects.push(defect);
    }
    index += 1;
  }
  return { ...read, defects, disagreements };
}
