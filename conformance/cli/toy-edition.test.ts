import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCorpus, readCorpusIfThere } from '../corpus/corpus.ts';
import { bundled } from '../testing/bundled.ts';
import { CHOSEN, EDITION } from '../testing/edition.ts';
import { CHOSEN_TOY, TOY, TOYS } from '../testing/toy-edition.ts';
import { runCertify } from './certify/run.ts';
import { runFuzz } from './fuzz/run.ts';
import { runReplay } from './replay/run.ts';
import { runReport } from './report/run.ts';
import { runSmoke } from './smoke/run.ts';

/** Runs the commands on the toy edition of `conformance/testing/`, which the register of users does not have. */

const PROGRAM = await bundled('conformance/testing/toy-program.ts');
const WRONG_PROGRAM = [...PROGRAM, 'any-number'];

const folder = mkdtempSync(join(tmpdir(), 'toy-edition-'));
const corpus = join(folder, 'corpus');
const log = join(folder, 'log.ndjson');
const ASKING = { jobs: 1, timeout: 5, startupTimeout: 20 } as const;
const FUZZ = { ...ASKING, edition: CHOSEN_TOY, corpus, cases: 300, seed: 1, save: true } as const;

/** A register of two editions. */
const BOTH = [CHOSEN, CHOSEN_TOY] as const;

let out = '';
let err = '';

beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await runCertify(PROGRAM, { ...ASKING, edition: CHOSEN_TOY, corpus, cases: 200, log });
  await runFuzz(WRONG_PROGRAM, FUZZ);
  vi.restoreAllMocks();
});

beforeEach(() => {
  out = '';
  err = '';
  vi.stubEnv('NO_COLOR', '1');
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => (out += String(text)) !== '');
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => (err += String(text)) !== '');
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Returns the text of the only saved find. */
function savedFind(): string {
  const [name = '', ...others] = readdirSync(corpus);
  expect(others).toEqual([]);
  return readFileSync(join(corpus, name), 'utf8');
}

describe('an edition of two fields', () => {
  it('is certified, with every requirement of its own', async () => {
    const flags = { ...ASKING, edition: CHOSEN_TOY, corpus: join(folder, 'none'), cases: 200 };
    expect(await runCertify(PROGRAM, flags)).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('toy-1/toy');
    expect(out).toContain('drop-in');
  });

  it('has levels of its own: its page documents that there is a node', async () => {
    const flags = { ...ASKING, edition: CHOSEN_TOY, corpus: join(folder, 'none'), cases: 200 };
    expect(await runCertify(WRONG_PROGRAM, flags)).toBe(1);
    expect(out).toContain('nodes/positive');
    expect(out).toContain('non-conformant');
  });

  it('has topics of its own', async () => {
    const flags = { ...ASKING, edition: CHOSEN_TOY, corpus, topic: ['gpu'] };
    expect(await runCertify(PROGRAM, flags)).toBe(2);
    expect(err).toBe('there is no topic gpu; the topics are document, run\n');
  });

  it('is fuzzed, and its finds name it', () => {
    expect(savedFind()).toContain('\nedition: toy-1/toy\n');
    expect(savedFind()).toContain('requirement: nodes/positive');
  });

  it('has finds that are asked first, but not for another edition', async () => {
    expect(await runFuzz(PROGRAM, { ...FUZZ, cases: 10 }, TOYS)).toBe(0);
    expect(out).toContain('1 saved find first');
    expect((await readCorpusIfThere(corpus, TOY, BOTH)).finds).toHaveLength(1);
    expect(await readCorpusIfThere(corpus, EDITION, BOTH)).toEqual({ finds: [], stale: [], errors: [] });
  });

  it('has finds that are replayed', async () => {
    expect(await runReplay([corpus], PROGRAM, ASKING, TOYS)).toBe(0);
    expect(await runReplay([corpus], WRONG_PROGRAM, ASKING, TOYS)).toBe(1);
    expect(out).toContain('toy-1/toy');
  });

  it('has runs that are replayed', async () => {
    expect(await runReplay([log], PROGRAM, ASKING, TOYS)).toBe(0);
    expect(out).toMatch(/^(\d+) of \1 answers are byte for byte those of the run/);
    expect(await runReplay([log], WRONG_PROGRAM, ASKING, TOYS)).toBe(1);
  });

  it('has runs that are reported', async () => {
    expect(await runReport([log], {}, TOYS)).toBe(0);
    expect(out).toContain('toy-1/toy');
    expect(out).toContain('drop-in');
  });

  it('has documents of its own for the first questions to an adapter', async () => {
    const flags = { edition: CHOSEN_TOY, timeout: 5, startupTimeout: 20 };
    expect(await runSmoke(PROGRAM, flags)).toBe(0);
    expect(out).toContain('"spec":"toy-1/toy"');
    expect(out).toContain('{"config":{"kind":"toy"}}');
  });
});

describe('an edition that this release of the suite does not have', () => {
  it('makes a find unusable', async () => {
    expect(await runReplay([corpus], PROGRAM, ASKING)).toBe(2);
    expect(err).toContain('there is no edition toy-1/toy; there are dstack-');
    expect((await readCorpus([corpus])).finds).toEqual([]);
  });

  it.each([
    ['replay', () => runReplay([log], PROGRAM, ASKING)],
    ['report', () => runReport([log], {})],
  ])('makes a log unproven for %s', async (_, run) => {
    expect(await run()).toBe(3);
    expect(err).toContain(`${log}: there is no edition toy-1/toy; there are ${CHOSEN.id}, `);
  });
});

describe('replay --edition', () => {
  it('refuses a run of another edition', async () => {
    expect(await runReplay([log], PROGRAM, { ...ASKING, edition: CHOSEN }, BOTH)).toBe(2);
    expect(err).toBe(`${log}: it is a run of toy-1/toy, and not of ${CHOSEN.id}\n`);
  });

  it('leaves out the finds of other editions', async () => {
    expect(await runReplay([corpus], PROGRAM, { ...ASKING, edition: CHOSEN }, BOTH)).toBe(2);
    expect(err).toBe(`there are no finds in ${corpus}\n`);
  });
});
