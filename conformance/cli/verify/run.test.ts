import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { CertificateFile } from '../../../spec/generated/certificate-file.ts';
import schema from '../../../spec/schemas/certificate.schema.json' with { type: 'json' };
import { certificateText } from '../../certificate/certificate-file.ts';
import { suiteSettings } from '../../certify/suite-settings.ts';
import { inProcessProgram } from '../../faulty/table/in-process-program.ts';
import type { Implementation } from '../../runner/implementation.ts';
import { captureOutput } from '../../testing/captured-output.ts';
import { EDITION } from '../../testing/edition.ts';
import { logOf } from '../../testing/honest-log.ts';
import { changed, failureIn, passed, replaced } from '../../testing/log-edits.ts';
import { runReport } from '../report/run.ts';
import { verify, type VerifyFlags } from './run.ts';

/** A drop-in of the table of programs, and one that is wrong about a single default. */
const RIGHT = 'answer-with-blanks';
const WRONG = 'default-nodes';

const folder = mkdtempSync(join(tmpdir(), 'verify-run-'));
const printed = captureOutput();
const certificate = join(folder, 'certificate.json');
const log = join(folder, 'log.ndjson');
const privateKey = join(folder, 'key.pem');
const publicKey = join(folder, 'key.pub.pem');
const otherKey = join(folder, 'other.pub.pem');

beforeAll(async () => {
  const [mine, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
  writeFileSync(privateKey, mine.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(publicKey, mine.publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(otherKey, other.publicKey.export({ type: 'spki', format: 'pem' }));
  const lines = await logOf(RIGHT, suiteSettings(EDITION));
  writeFileSync(log, lines.map((line) => `${line}\n`).join(''));
}, 300_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function program(name: string): () => Implementation {
  const found = inProcessProgram(name);
  if (found === undefined) throw new Error(`${name} is wrong about more than values`);
  return () => found;
}

function check(flags: VerifyFlags = {}, name?: string, path = certificate): Promise<number> {
  return verify([path], name === undefined ? undefined : program(name), flags);
}

function written(): CertificateFile {
  return JSON.parse(readFileSync(certificate, 'utf8')) as CertificateFile;
}

/** Writes a certificate as a forger does, who makes the digest again. */
function forged(changes: Partial<CertificateFile>): string {
  const { digest, signature, ...content } = { ...written(), ...changes };
  expect(digest).toMatch(/^sha256:/);
  const path = join(folder, 'forged.json');
  writeFileSync(path, certificateText(content, signature));
  return path;
}

describe('a certificate', { timeout: 300_000 }, () => {
  it('is written from the log of a full run, and is valid by its schema', async () => {
    const flags = { certificate, sign: privateKey, revision: 'v1.2-3-gabc' };
    expect(await runReport([log], flags)).toBe(0);
    expect(printed.err).toBe('');
    expect(written().implementation.revision).toBe('v1.2-3-gabc');
    expect(new Ajv2020({ strict: false }).validate(schema, written())).toBe(true);
  });

  it('has the same bytes again, because nothing in it depends on when it is made', async () => {
    const again = join(folder, 'again.json');
    await runReport([log], { certificate: again, sign: privateKey, revision: 'v1.2-3-gabc' });
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(certificate, 'utf8'));
  });

  it('holds for an unchanged program, with its log and its key, and says what it does not say', async () => {
    expect(await check({ log, key: publicKey }, RIGHT)).toBe(0);
    expect(printed.err).toBe('');
    expect(printed.out).toContain('The certificate holds');
    expect(printed.out).toContain('What it does not say');
    expect(printed.out).toContain('that the build was v1.2-3-gabc');
  });

  it('does not hold for a program with one other default, which is named', async () => {
    expect(await check({}, WRONG)).toBe(1);
    expect(printed.out).toContain('nodes/default was passed and is failed');
    expect(printed.out).toContain('the grade was drop-in and is non-conformant');
  });

  it('is only looked at if no program is given, and that is said', async () => {
    expect(await check()).toBe(0);
    expect(printed.out).toContain('was not asked again');
  });

  it.each([
    ['the grade', '"grade":"drop-in"', '"grade":"conformant"'],
    ['the state of a requirement', '"nodes/default":"passed"', '"nodes/default":"failed"'],
    ['the revision', 'v1.2-3-gabc', 'v1.2-4-gabc'],
  ])('is refused if somebody edited %s', async (_, from, to) => {
    const text = readFileSync(certificate, 'utf8');
    expect(text).toContain(from);
    const path = join(folder, 'edited.json');
    writeFileSync(path, text.replace(from, to));
    expect(await check({}, RIGHT, path)).toBe(3);
    expect(printed.err).toContain('it was edited');
  });

  it('is refused if its signature is of another key', async () => {
    expect(await check({ key: otherKey })).toBe(3);
    expect(printed.err).toContain('its signature was not made with');
  });

  it('is refused if it was changed after it was signed', async () => {
    expect(await check({ key: publicKey }, undefined, forged({ grade: 'conformant' }))).toBe(3);
    expect(printed.err).toContain('its signature was not made with');
  });

  it('is refused without a signature if a key was given', async () => {
    const { digest, signature, ...content } = written();
    expect([digest, signature]).not.toContain(undefined);
    const path = join(folder, 'unsigned.json');
    writeFileSync(path, certificateText(content, undefined));
    expect(await check({ key: publicKey }, undefined, path)).toBe(3);
    expect(printed.err).toContain('it is not signed');
  });

  it.each<[string, () => Partial<CertificateFile>, string]>([
    ['a shortened run', () => ({ corpus: { ...written().corpus, generated: 5 } }), 'shortened'],
    [
      'another version of the suite',
      () => ({ suite: { name: 'dstack-conformance', version: '0.0.9' } }),
      "can't be compared",
    ],
    [
      'another corpus',
      () => ({ corpus: { ...written().corpus, digest: `sha256:${'0'.repeat(64)}` } }),
      'this suite makes',
    ],
    ['an unknown edition', () => ({ spec: 'dstack-0.1.0/task' }), 'dstack-0.1.0/task'],
    ['fewer requirements', () => ({ requirements: { 'nodes/default': 'passed' } }), 'every requirement'],
    [
      'other divergences',
      () => ({ divergences: { digest: `sha256:${'0'.repeat(64)}`, ids: [] } }),
      'divergences',
    ],
  ])('is refused if it is about %s, even with a digest of its own', async (_, changes, why) => {
    expect(await check({}, RIGHT, forged(changes()))).toBe(3);
    expect(printed.err).toContain(why);
  });

  it('is refused beside a log that was edited', async () => {
    const path = join(folder, 'edited.ndjson');
    writeFileSync(path, readFileSync(log, 'utf8').replace('"durationMs":', '"durationMs":1'));
    expect(await check({ log: path })).toBe(3);
    expect(printed.err).toContain('its digest is another one');
  });

  it('is refused beside its log if it does not say what the log shows', async () => {
    expect(await check({ log }, undefined, forged({ grade: 'conformant' }))).toBe(3);
    expect(printed.err).toContain('does not say what it shows');
  });

  it('is refused beside a forged log, whose digest it names', async () => {
    const lines = (await logOf(WRONG)).slice();
    const edited = replaced(lines, failureIn(lines), passed)
      .map((line) => `${line}\n`)
      .join('');
    const path = join(folder, 'forged.ndjson');
    writeFileSync(path, edited);
    const digest = `sha256:${(await import('node:crypto')).hash('sha256', edited)}`;
    expect(await check({ log: path }, undefined, forged({ log: { digest } }))).toBe(3);
    expect(printed.err).toContain('not the whole of a run');
  });

  it.each(['{}', 'x', '[]', '{"format":1}'])('is not what %s is: that is wrong usage', async (text) => {
    const path = join(folder, 'other.json');
    writeFileSync(path, text);
    expect(await check({}, undefined, path)).toBe(2);
    expect(printed.err).toContain('is no certificate');
  });
});

describe('no certificate is written', () => {
  it.each<[string, (lines: readonly string[]) => readonly string[], string]>([
    ['a shortened run', (lines) => lines, 'too few cases were asked'],
    ['a run that was killed', (lines) => lines.slice(0, -1), ''],
    ['an edited log', (lines) => replaced(lines, 1, (line) => changed(line, { durationMs: 0.5 })), ''],
  ])('for %s, and that is said', async (_, edit, why) => {
    const short = join(folder, 'short.ndjson');
    const target = join(folder, 'none.json');
    const lines = edit(await logOf(RIGHT));
    writeFileSync(short, lines.map((line) => `${line}\n`).join(''));
    const plain = await runReport([short], {});
    printed.err = '';
    expect(await runReport([short], { certificate: target })).toBe(plain);
    expect(printed.err).toContain('no certificate was written: ');
    expect(printed.err).toContain(why);
    expect(existsSync(target)).toBe(false);
  });

  it('for a filtered run', async () => {
    const filtered = join(folder, 'filtered.ndjson');
    const target = join(folder, 'none.json');
    const lines = await logOf(RIGHT, { ...suiteSettings(EDITION), filter: { topics: ['retry'] } });
    writeFileSync(filtered, lines.map((line) => `${line}\n`).join(''));
    expect(await runReport([filtered], { certificate: target })).toBe(3);
    expect(printed.err).toContain('no certificate was written: ');
    expect(existsSync(target)).toBe(false);
  });

  it('with a key that is none: that is wrong usage', async () => {
    expect(await runReport([log], { certificate: join(folder, 'none.json'), sign: log })).toBe(2);
    expect(printed.err).toContain("the key can't be read");
  });
});
