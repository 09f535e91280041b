import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SPEC } from '../../../spec/generated/editions/dstack-0.18.42/edition.ts';
import { captureCommands } from '../../testing/captured-output.ts';
import { scriptedChild } from '../../testing/scripted.ts';
import { run } from '../command-line.ts';

const printed = captureCommands();
const folder = mkdtempSync(join(tmpdir(), 'ask-'));
const valid = join(folder, 'valid.dstack.yml');
const invalid = join(folder, 'invalid.dstack.yml');
const asJson = join(folder, 'valid.json');

beforeAll(() => {
  writeFileSync(valid, 'type: task\ncommands: [python train.py]\nports:\n  - 8080\n');
  writeFileSync(invalid, 'type: task\ncommands: [a]\nports: [0]\n');
  writeFileSync(asJson, '{"type": "task", "commands": ["python train.py"], "ports": ["*:22"]}');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const RIGHT = { ...SPEC.minimal.normal, commands: ['python train.py'], ports: ['8080:8080'] };

/** A program that gives every document the same result. */
function answering(result: object): string[] {
  return scriptedChild('{}', `act = (id) => { result(id, ${JSON.stringify(result)}); };`);
}

/** A program without an adapter that accepts the documents that hold a text. */
function plain(wanted: string): string[] {
  const accepts = `process.stdin.on('data', (text) => process.exit(text.includes('${wanted}') ? 0 : 1))`;
  return [process.execPath, '-e', accepts];
}

function ask(file: string, program: readonly string[], ...flags: string[]): Promise<number> {
  return run(['node', 'dstack-conformance', 'ask', ...flags, file, '--', ...program]);
}

describe('ask', () => {
  it('exits with 0 for the right meaning, however it is spelled', async () => {
    expect(await ask(valid, answering({ accepted: { ...RIGHT, stop_duration: 300 } }))).toBe(0);
    expect(printed.out).toBe(
      `same: ${valid} · scripted · dstack-0.18.42/task · json\nboth mean the same; the program spells it otherwise\n`,
    );
  });

  it('shows other values as a difference, with the sentences that the answer breaks', async () => {
    const wrong = { ...RIGHT, ports: ['*:8080'], stop_duration: '6m', nodes: undefined };
    expect(await ask(valid, answering({ accepted: wrong }))).toBe(1);
    expect(printed.out.split('\n').slice(1)).toEqual([
      'accepted with a wrong meaning',
      '',
      '  ⋮ 2 equal lines',
      '- nodes: 1',
      '  ⋮ 18 equal lines',
      '  ports:',
      '-   - "8080:8080"',
      '+   - "*:8080"',
      expect.stringMatching(/^ {2}⋮ \d+ equal lines$/),
      '- stop_duration: "5m"',
      '+ stop_duration: "6m"',
      expect.stringMatching(/^ {2}⋮ \d+ equal lines$/),
      '',
      'ports/list (documented)',
      '  `ports` is a list of ports to expose.',
      `  at /ports/0, ${valid}:4:5`,
      'ports/number (documented)',
      '  A number exposes that port under the same local port.',
      `  at /ports/0, ${valid}:4:5`,
      'stop_duration/default (documented)',
      '  `stop_duration` defaults to `5m`.',
      '  at /stop_duration, which the document leaves out',
      'nodes/default (documented)',
      '  `nodes` defaults to 1.',
      '  at /nodes, which the document leaves out',
      '',
    ]);
  });

  it('shows why the reference rejects what the program accepts', async () => {
    expect(await ask(invalid, answering({ accepted: RIGHT }))).toBe(1);
    expect(printed.out).toContain('the program accepted an invalid configuration; the reference rejects it:');
    expect(printed.out).toContain(`${invalid}:3:9: ports/range: `);
    expect(printed.out).toMatch(/\nports\/range \(observed\)\n {2}.*65536.*\n {2}at \/ports\/0, /);
  });

  it('names the requirements by which a rejected value is right', async () => {
    const rejection = { rejected: [{ path: '/ports/0', message: 'no \u001b[31mports' }] };
    expect(await ask(valid, answering(rejection))).toBe(1);
    expect(printed.out).toContain(
      'the program rejected a valid configuration at "/ports/0": no \\u001b[31mports',
    );
    expect(printed.out).toMatch(/\nports\/\S+ \((?:documented|observed)\)\n/);
  });

  it('says that no requirement forbids a document that is rejected as a whole', async () => {
    expect(await ask(valid, answering({ rejected: [] }))).toBe(1);
    expect(printed.out).toContain('no requirement forbids this document');
  });

  it.each([
    ['crashes', scriptedChild('{}', 'act = () => process.exit(3);'), 'crash: '],
    ['supports no such document', answering({ unsupported: 'no ports yet' }), 'unsupported: no ports yet'],
  ])('exits with 3 if the program %s', async (_, program, said) => {
    expect(await ask(valid, program)).toBe(3);
    expect(printed.out).toMatch(/^no answer: /);
    expect(printed.out).toContain(said);
  });

  it.each([
    ['is not there', ['/no/such/program'], 'there is no program /no/such/program'],
    ['ends before it introduces itself', [process.execPath, '-e', ''], 'it '],
  ])('exits with 3 and says why if the program %s', async (_, program, why) => {
    expect(await ask(valid, program)).toBe(3);
    expect(printed.err).toContain(`the program did not answer: `);
    expect(printed.err).toContain(why);
  });

  it.each([
    ['no program', [valid], 'a program is needed, after --'],
    ['two documents', [valid, invalid, '--', 'true'], 'one document is asked at a time, and these are 2'],
    ['a file that is not there', ['/no/such/file', '--', 'true'], '/no/such/file: '],
    ['an unknown field', ['--fields', 'port', '--', 'true'], 'did you mean ports?'],
  ])('exits with 2 for %s', async (_, words, why) => {
    expect(await run(['node', 'dstack-conformance', 'ask', ...words])).toBe(2);
    expect(printed.err).toContain(why);
  });

  it('asks a program without an adapter, in one kind of text or the other', async () => {
    expect(await ask(valid, plain('- 8080'), '--verdicts')).toBe(0);
    expect(await ask(asJson, plain('"*:22"'), '--verdicts')).toBe(0);
    expect(await ask(valid, plain('[8080]'), '--verdicts', '--input', 'json')).toBe(0);
    expect(printed.out).toContain('(verdicts)');
    expect(await ask(valid, plain('nothing'), '--verdicts')).toBe(1);
  });

  it('prints everything as JSON', async () => {
    expect(await ask(valid, answering({ accepted: { ...RIGHT, nodes: 2 } }), '--json')).toBe(1);
    expect(JSON.parse(printed.out)).toMatchObject({
      file: valid,
      spec: 'dstack-0.18.42/task',
      outcome: 'fail',
      expected: { accepted: { nodes: 1 } },
      received: { accepted: { nodes: 2 } },
      differences: [{ path: '/nodes', expected: '1', received: '2' }],
      requirements: [{ id: 'nodes/default', level: 'documented', places: ['/nodes'] }],
    });
  });
});
