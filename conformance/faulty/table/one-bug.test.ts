import { beforeAll, describe, expect, it } from 'vitest';
import { suiteCases } from '../../case/suite-cases.ts';
import { certifyProgram } from '../../certify/certify.ts';
import { fuzzProgram } from '../../fuzz/fuzz.ts';
import type { Failure } from '../../fuzz/failure.ts';
import { causesOf } from '../../testing/causes.ts';
import { builtProgram, type Program } from './build-program.ts';
import { EDITION } from '../../testing/edition.ts';

/** Generated cases of a certificate, and cases of a fuzz run: fewer than by default, enough for the bugs below. */
const CASES = 3000;

let program: Program;

beforeAll(async () => {
  program = await builtProgram();
});

async function certify(command: readonly string[]) {
  const { results } = await certifyProgram({
    edition: EDITION,
    command,
    cases: suiteCases(EDITION, CASES),
    generated: 'known',
  });
  return causesOf(results);
}

/** Returns the failures at the end, and those that were reported during the run. */
async function fuzz(command: readonly string[]) {
  const told: Failure[] = [];
  const limit = { kind: 'cases', count: CASES } as const;
  const { failures } = await fuzzProgram({
    edition: EDITION,
    command,
    seed: 1,
    limit,
    onFailure: (failure) => told.push(failure),
  });
  return { failures, told };
}

describe('a program that refuses `stop_duration: off`, bare and in quotes', () => {
  it.each([
    ['says where and why', 'refuses-stop-off', ['/stop_duration']],
    ['says where', 'refuses-stop-off-without-message', ['/stop_duration']],
    ['says nothing', 'refuses-stop-off-without-a-word', []],
  ])('has one cause where it %s', async (_, fault, places) => {
    const command = [...program, '--fault', fault];
    const causes = await certify(command);
    expect(causes).toMatchObject([{ kind: 'rejected-valid', places }]);
    expect(['duration/off', 'duration/off-text']).toContain(causes[0]?.requirement);
    const { failures, told } = await fuzz(command);
    expect(failures).toMatchObject([{ symptom: { kind: 'rejected-valid' }, places }]);
    expect(told).toHaveLength(1);
  });
});

/** A program that accepts every document and answers it unchanged. */
const NAIVE = [
  process.execPath,
  '-e',
  `
let rest = '';
const hello = { protocol: 1, implementation: { name: 'naive' }, inputs: ['json'], window: 64 };
process.stdin.setEncoding('utf8').on('data', (chunk) => {
  const lines = (rest + chunk).split('\\n');
  rest = lines.pop();
  for (const line of lines) {
    const { id, method, params } = JSON.parse(line);
    const result = method === 'normalize' ? { accepted: params.config } : method === 'initialize' ? hello : null;
    process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, result }) + '\\n');
  }
});
process.stdin.on('end', () => process.exit(0));
`,
] as const;

describe('a program that accepts everything and answers it unchanged', () => {
  it('has at most thirty causes, the first of which is that defaults are left out or nothing is refused', async () => {
    const causes = await certify(NAIVE);
    expect(causes.length).toBeLessThanOrEqual(30);
    expect(causes.slice(0, 2).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['left-out', 'accepted-invalid']),
    );
    const { failures, told } = await fuzz(NAIVE);
    expect(failures.length).toBeLessThanOrEqual(30);
    expect(told.length).toBeLessThanOrEqual(30);
  });
});
