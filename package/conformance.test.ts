import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certify, judge, readLog, type CertifyOptions, type Normalize } from './conformance.ts';
import { normalize } from './reference.ts';

/** Says that stopping takes six minutes by default. */
function slowToStop(...[text, options]: Parameters<Normalize>): unknown {
  const answer = normalize(text, options);
  return 'accepted' in answer && answer.accepted.stop_duration === '5m' && !text.includes('stop_duration')
    ? { accepted: { ...answer.accepted, stop_duration: '6m' } }
    : answer;
}

const FEW: CertifyOptions = { cases: 200 };

describe('certify', () => {
  it('finds the reference drop-in, in this process', async () => {
    const { grade, exitCode, reasons } = await certify({ name: 'reference', normalize }, FEW);
    expect({ grade, exitCode, reasons }).toEqual({ grade: 'drop-in', exitCode: 0, reasons: [] });
  });

  it('finds the one cause of a wrong default', async () => {
    const { grade, exitCode, summary } = await certify({ name: 'slow', normalize: slowToStop }, FEW);
    expect({ grade, exitCode }).toEqual({ grade: 'non-conformant', exitCode: 1 });
    expect(summary.causes.map(({ requirement }) => requirement)).toEqual(['stop_duration/default']);
  });

  it('lets a baseline decide the exit code', async () => {
    const text = '- requirement: stop_duration/default\n  outcome: fail\n  reason: slow\n';
    const baseline = { file: 'known.yaml', text };
    const result = await certify({ name: 'slow', normalize: slowToStop }, { ...FEW, baseline });
    expect(result).toMatchObject({ grade: 'non-conformant', exitCode: 0 });
  });

  it('certifies declared fields alone', async () => {
    const { summary } = await certify({ name: 'reference', normalize, fields: ['nodes'] }, FEW);
    expect(summary.header?.fields).toMatchObject({ declared: ['nodes'] });
    expect(summary.footer?.grade).toBe('drop-in');
  });

  it('certifies a program that is started for each document', async () => {
    const program = [process.execPath, '-e', 'process.exit(0)'];
    const implementation = { command: program, plain: 'json', verdicts: true } as const;
    const { grade, summary } = await certify(implementation, { cases: 0, topics: ['ports'] });
    // Only one topic was asked.
    expect(grade).toBe('incomplete');
    expect(summary.causes.map(({ kind }) => kind)).toContain('accepted-invalid');
  });

  it('refuses what there is not', async () => {
    const reference = { name: 'reference', normalize };
    await expect(certify(reference, { edition: '1.2.3' })).rejects.toThrow(/^there is no edition 1\.2\.3/);
    await expect(certify(reference, { topics: ['prots'] })).rejects.toThrow('did you mean ports?');
    await expect(certify(reference, { fields: ['node'] })).rejects.toThrow('did you mean nodes?');
    const baseline = { file: 'known.yaml', text: 'nothing' };
    await expect(certify(reference, { baseline })).rejects.toThrow(
      'known.yaml:1: a baseline is a list of entries',
    );
  });
});

describe('judge', () => {
  const question = { kind: 'yaml', text: 'type: task\ncommands: [a]\n' } as const;

  it('takes any spelling of the right meaning', async () => {
    const { accepted } = normalize(question.text) as { accepted: object };
    expect(await judge(question, { accepted })).toEqual({ kind: 'pass', canonical: true });
    expect(await judge(question, { accepted: { ...accepted, stop_duration: 300 } })).toEqual({
      kind: 'pass',
      canonical: false,
    });
  });

  it('names the requirement of a value that is wrong or left out', async () => {
    expect(await judge(question, { accepted: { type: 'task', commands: ['a'] } })).toMatchObject({
      kind: 'fail',
      level: 'documented',
    });
    expect(await judge(question, { rejected: [] })).toMatchObject({ kind: 'fail' });
  });

  it('judges what is no answer', async () => {
    expect(await judge(question, { accepted: 1 })).toMatchObject({ kind: 'protocol-error' });
    expect(await judge(question, undefined)).toMatchObject({ kind: 'protocol-error' });
    expect(await judge(question, { unsupported: 'later' })).toMatchObject({ kind: 'unsupported' });
  });

  it('judges rejections', async () => {
    const invalid = { kind: 'yaml', text: 'type: task\nnodes: 0\ncommands: [a]\n' } as const;
    expect(await judge(invalid, { rejected: [{ path: '/nodes' }] })).toEqual({ kind: 'pass', path: 'hit' });
    expect(await judge(invalid, normalize(question.text))).toMatchObject({ kind: 'fail' });
  });
});

describe('readLog', () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-log-'));
  const path = join(folder, 'log.ndjson');
  const lines: string[] = [];

  beforeAll(async () => {
    await certify({ name: 'reference', normalize }, { ...FEW, onLine: (line) => lines.push(line) });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('gives the report of a sound log', async () => {
    writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
    const { summary, flaws } = await readLog(path);
    expect(flaws).toEqual([]);
    expect(summary.footer?.grade).toBe('drop-in');
  });

  it('names what was edited', async () => {
    const edited = lines.map((line) => `${line.replace('"nodes":1', '"nodes":2')}\n`);
    writeFileSync(path, edited.join(''));
    expect((await readLog(path)).flaws).not.toEqual([]);
  });
});
