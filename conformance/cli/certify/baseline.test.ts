import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { captureCommands } from '../../testing/captured-output.ts';
import { scriptedChild } from '../../testing/scripted.ts';
import { run } from '../command-line.ts';

/**
 * A baseline of a program that declares some fields and calls some of their documents unsupported. What the program
 * does about a document is JavaScript: it gets the document as `config`, and says `result(id, …)`.
 */

const printed = captureCommands();
const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
const baseline = join(folder, 'baseline.yaml');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Certifies a program that has `nodes` and understands integers alone; `first` are rules that come before its own. */
function certify(first: string, ...flags: string[]): Promise<number> {
  const program = scriptedChild(
    '{ fields: ["nodes"], inputs: ["json"] }',
    `act = (id, config) => {
      const isTask = typeof config === 'object' && config !== null && !Array.isArray(config);
      const names = isTask ? Object.keys(config) : [];
      const isKnown = names.every((key) => ['type', 'commands', 'nodes'].includes(key));
      if (!isTask || !isKnown) return result(id, { rejected: [] });
      const nodes = names.includes('nodes') ? config.nodes : 1;
      ${first}
      if (nodes === null) return result(id, { rejected: [] });
      if (!Number.isInteger(nodes)) return result(id, { unsupported: 'only integers so far' });
      result(id, nodes > 0 ? { accepted: { nodes } } : { rejected: [] });
    };`,
  );
  const command = [
    'node',
    'dstack-conformance',
    'certify',
    '--cases',
    '200',
    '--corpus',
    join(folder, 'none'),
  ];
  return run([...command, '--baseline', baseline, ...flags, '--', ...program]);
}

describe('a baseline beside declared fields and unsupported cases', () => {
  it('is written with what is unsupported', async () => {
    expect(await certify('', '--update-baseline')).toBe(0);
    const text = readFileSync(baseline, 'utf8');
    expect(text).toContain('outcome: unsupported');
    expect(text).not.toContain('outcome: fail');
  });

  it('is green while nothing changes, although the grade is incomplete', async () => {
    expect(await certify('')).toBe(0);
    expect(printed.out).toMatch(/known failures or unsupported cases, 0 that it does not list/);
    expect(printed.out).toContain('grade: incomplete for 1 of 33 fields');
    expect(printed.out).toMatch(/: 3 requirements were never exercised \(/);
  });

  it('is red on the first regression', async () => {
    expect(await certify('if (nodes === 2) return result(id, { rejected: [] });')).toBe(1);
    expect(await certify('if (nodes === 0) return result(id, { accepted: { nodes } });')).toBe(1);
    expect(printed.out).toContain('nodes/positive');
  });

  it('is red when something else is unsupported', async () => {
    expect(await certify('if (nodes === 2) return result(id, { unsupported: "not two" });')).toBe(1);
  });

  it('is red when an entry is stale', async () => {
    const reads =
      'if (typeof nodes === "boolean") return result(id, nodes ? { accepted: { nodes: 1 } } : { rejected: [] });';
    const text = readFileSync(baseline, 'utf8');
    expect(await certify(reads)).toBe(1);
    expect(readFileSync(baseline, 'utf8')).toBe(text);
    expect(printed.out).toMatch(/no longer fails: delete the entry/);
  });

  it('says why the exit code is 3 where the grade does not', async () => {
    expect(await certify('if (nodes === 2) return result(id, { rejected: [] });', '--topic', 'run')).toBe(3);
    expect(printed.out).toContain('grade: non-conformant');
    expect(printed.out).toContain('only some cases were asked for: --topic run');
  });
});
