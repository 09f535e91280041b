import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { interpret, type Verdict } from '../../../reference/interpret.ts';
import { LANGUAGE } from '../../../reference/editions/dstack-0.18.42/language.ts';
import { readJson } from '../../../reference/json/json.ts';
import type { Reading } from '../../../reference/document/reading.ts';
import { readYaml } from '../../../reference/yaml/yaml.ts';
import { LEVELS } from '../../../spec/generated/editions/dstack-0.18.42/levels.ts';
import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import type { NormalForm } from '../../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { runGenerate, type GenerateFlags } from './run.ts';
import { bundled } from '../../testing/bundled.ts';
import { CHOSEN } from '../../testing/edition.ts';

const folder = mkdtempSync(join(tmpdir(), 'generate-'));
const DEFAULTS: GenerateFlags = { edition: CHOSEN, count: 200, seed: 1, format: 'ndjson' };
let written = 0;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** A line as readers in other languages parse it. */
interface Line {
  readonly id: string;
  readonly config: unknown;
  readonly yaml: string;
  readonly expected:
    | { readonly accepted: NormalForm }
    | { readonly rejected: readonly [{ readonly requirement: RequirementId; readonly path: string }] };
  readonly level: 'documented' | 'observed';
  readonly requirements: readonly RequirementId[];
}

async function generate(flags: Partial<GenerateFlags> = {}): Promise<string> {
  const out = join(folder, `${(written += 1)}`);
  expect(await runGenerate({ ...DEFAULTS, ...flags, out })).toBe(0);
  return out;
}

async function textOf(flags: Partial<GenerateFlags> = {}): Promise<string> {
  return readFileSync(join(await generate(flags), 'cases.ndjson'), 'utf8');
}

async function linesOf(flags: Partial<GenerateFlags> = {}): Promise<Line[]> {
  const text = await textOf(flags);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

function meaningOf(reading: Reading): Verdict {
  return reading.kind === 'read'
    ? interpret(LANGUAGE, reading.document)
    : { kind: 'rejected', violations: reading.violations };
}

/** Returns the bytes of `config` in a line, which begins with its id and its config. */
function configIn(line: string): string {
  const start = line.indexOf('"config":') + '"config":'.length;
  return line.slice(start, line.indexOf(',"yaml":'));
}

/** The violations of a verdict as a line has them. */
function rejectionsOf(verdict: Verdict): unknown[] {
  if (verdict.kind === 'accepted') return [];
  return verdict.violations.map(({ requirement, path }) => ({
    requirement,
    level: LEVELS[requirement],
    path,
  }));
}

describe('generate', () => {
  it('writes the same bytes for the same options, and others for another seed', async () => {
    const one = await textOf({ mix: true, seed: 5 });
    expect(await textOf({ mix: true, seed: 5 })).toBe(one);
    expect(await textOf({ mix: true, seed: 6 })).not.toBe(one);
  });

  it('begins a longer batch with the shorter one', async () => {
    expect(await textOf({ count: 40 })).toBe(
      (await textOf({ count: 80 })).slice(0, (await textOf({ count: 40 })).length),
    );
  });

  it('writes as many cases as were asked for, each under its own id', async () => {
    const lines = await linesOf({ mix: true });
    expect(new Set(lines.map(({ id }) => id)).size).toBe(200);
    expect(lines.every(({ id }) => /^g\/[0-9a-f]{12}$/.test(id))).toBe(true);
  });

  it('writes documents that the reference reads as the line expects, as JSON and as YAML', async () => {
    const text = await textOf({ mix: true });
    for (const line of text.trimEnd().split('\n')) {
      const { config, yaml, expected } = JSON.parse(line) as Line;
      const readings = [readYaml(yaml), ...(config === null ? [] : [readJson(configIn(line))])];
      for (const verdict of readings.map(meaningOf)) {
        if ('accepted' in expected)
          expect(verdict, line).toEqual({ kind: 'accepted', normal: expected.accepted });
        else expect(rejectionsOf(verdict), line).toContainEqual(expected.rejected[0]);
      }
    }
  });

  it('writes valid documents by default', async () => {
    expect((await linesOf()).every(({ expected }) => 'accepted' in expected)).toBe(true);
  });

  it('writes only invalid documents with --invalid, each with its one broken requirement', async () => {
    for (const { expected, requirements, level } of await linesOf({ invalid: true })) {
      if ('accepted' in expected) throw new Error('it must be refused');
      const [{ requirement }] = expected.rejected;
      expect([requirements, level]).toEqual([[requirement], LEVELS[requirement]]);
    }
  });

  it('writes both kinds with --mix', async () => {
    const accepted = (await linesOf({ mix: true })).filter(({ expected }) => 'accepted' in expected).length;
    expect(accepted).toBeGreaterThan(60);
    expect(accepted).toBeLessThan(140);
  });

  it('keeps a float a float in the bytes of `config`', async () => {
    const texts = (await textOf({ count: 3000 })).trimEnd().split('\n').map(configIn);
    expect(texts.some((config) => /[:[,]\d+\.0[,}\]]/.test(config))).toBe(true);
  });

  it('writes only cases about a topic with --topic', async () => {
    const lines = await linesOf({ topic: 'ports', invalid: true });
    expect(new Set(lines.flatMap(({ requirements }) => requirements.map((id) => id.split('/')[0])))).toEqual(
      new Set(['ports']),
    );
  });

  it('writes cases that rest on the page alone with --level documented', async () => {
    const lines = await linesOf({ mix: true, level: 'documented' });
    expect(new Set(lines.map(({ level }) => level))).toEqual(new Set(['documented']));
  });

  it('refuses to break a topic about which the page says nothing', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const flags = { ...DEFAULTS, level: 'documented', out: folder } as const;
    expect(await runGenerate({ ...flags, topic: 'ports', invalid: true })).toBe(2);
    expect(await runGenerate({ ...flags, topic: 'memory', mix: true })).toBe(2);
    expect(told).toHaveBeenCalledTimes(2);
    await generate({ topic: 'ports', level: 'documented' });
    await generate({ topic: 'run', level: 'documented', invalid: true });
  });

  it('refuses an unknown topic, and files without a folder', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await runGenerate({ ...DEFAULTS, topic: 'port', out: folder })).toBe(2);
    expect(await runGenerate({ ...DEFAULTS, format: 'files' })).toBe(2);
    expect(told).toHaveBeenCalledTimes(2);
  });
});

describe('generate --format files', () => {
  it('writes three files of one name for each case, with the content of its line', async () => {
    const lines = await linesOf({ count: 30, mix: true });
    const out = await generate({ count: 30, mix: true, format: 'files' });
    const names = readdirSync(out);
    expect(names).toHaveLength(60 + lines.filter(({ config }) => config !== null).length);
    for (const { id, yaml, config, expected } of lines) {
      const [yamlText = '', expectedText = '', jsonText = 'null'] = [
        '.dstack.yml',
        '.expected.json',
        ...(config === null ? [] : ['.json']),
      ].map((end) => readFileSync(join(out, `${id.replace('/', '-')}${end}`), 'utf8'));
      expect(yamlText).toBe(yaml);
      expect(JSON.parse(jsonText)).toEqual(config);
      expect(JSON.parse(expectedText)).toMatchObject(expected);
    }
  });

  it('writes the same files again', async () => {
    const [one, other] = [
      await generate({ format: 'files', count: 20 }),
      await generate({ format: 'files', count: 20 }),
    ];
    expect(digestOf(other)).toBe(digestOf(one));
  });
});

describe('the command line', () => {
  it('ends quietly when its reader stops reading', async () => {
    const [node = '', ...main] = await bundled('conformance/cli/main.ts');
    const args = [...main, 'generate', '--count', '100000'];
    const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.on('close', done));
    expect([code, error]).toEqual([0, '']);
  });
});

function digestOf(out: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(out).sort()) hash.update(name).update(readFileSync(join(out, name)));
  return hash.digest('hex');
}
