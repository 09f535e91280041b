import { describe, expect, it } from 'vitest';
import { readJson } from '../../../reference/json/json.ts';
import { readYaml } from '../../../reference/yaml/yaml.ts';
import type { Input } from '../../case/case.ts';
import { inProcessProgram } from './in-process-program.ts';
import { wrongImplementations } from './table.ts';
import type { Failure } from '../../fuzz/failure.ts';
import { fuzzImplementation } from '../../fuzz/fuzz.ts';
import { KnownQuestions } from '../../testing/known-questions.ts';
import { isMapping } from '../../../reference/document/is-mapping.ts';
import { EDITION } from '../../testing/edition.ts';

const ROWS = wrongImplementations();
/** At least this percentage of the shown documents differs from the minimal task in one field only. */
const IN_ONE_FIELD = 90;

/** All rows are asked the same questions. */
const QUESTIONS = new KnownQuestions(1);

const found = new Map<string, Failure>();

describe('fuzz --cases 10000, up to the first failure,', () => {
  // One after the other: in one process, tests at the same time only take time from each other.
  it.each(ROWS)('finds that $name: $wrong', async ({ name }) => {
    const implementation = inProcessProgram(name);
    if (implementation === undefined) throw new Error(`${name} is wrong about more than values`);
    const { failures, defect, asked } = await fuzzImplementation(implementation, {
      edition: EDITION,
      seed: 1,
      limit: { kind: 'cases', count: 10_000 },
      maxFailures: 1,
      timeoutMs: 5000,
      known: (inputs) => QUESTIONS.of(inputs),
    });
    expect(defect).toBeUndefined();
    const [failure] = failures;
    expect(failure?.result.outcome.kind, `${asked} cases were asked`).toBe('fail');
    if (failure !== undefined) found.set(name, failure);
  });
});

describe('the documents shown', () => {
  it(`differ from the minimal task in one field only, at least ${IN_ONE_FIELD} in a hundred`, () => {
    const many = [...found].filter(([, { result }]) => differingFields(result.test.input) > 1);
    const texts = many.map(([name, { result }]) => `${name}: ${result.test.input.text}`);
    expect(found.size).toBe(ROWS.length);
    expect((100 * (found.size - many.length)) / found.size, texts.join('\n')).toBeGreaterThanOrEqual(
      IN_ONE_FIELD,
    );
  });
});

const MINIMAL: Readonly<Record<string, unknown>> = { type: 'task', commands: ['python train.py'] };

/**
 * Counts the fields in which a document differs from the minimal task. For a document that can't be read, it counts
 * the lines that begin another field.
 */
function differingFields({ kind, text }: Input): number {
  const reading = kind === 'json' ? readJson(text) : readYaml(text);
  if (reading.kind === 'refused')
    return text.split('\n').filter((line) => /^(?!type|commands)\w+:/.test(line)).length;
  const { document } = reading;
  if (!isMapping(document)) return 0;
  const fields = new Set([...Object.keys(document), ...Object.keys(MINIMAL)]);
  return [...fields].filter((field) => JSON.stringify(document[field]) !== JSON.stringify(MINIMAL[field]))
    .length;
}
