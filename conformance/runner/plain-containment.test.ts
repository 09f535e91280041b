import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { certifyProgram } from '../certify/certify.ts';
import { EDITION } from '../testing/edition.ts';
import { HELD, scriptsFor, survives, type Way } from '../testing/hidden-descendants.ts';
import { scriptedCase } from '../testing/scripted.ts';

const folder = mkdtempSync(join(tmpdir(), 'plain-containment-'));
const pidFile = join(folder, 'pid');
const REFUSED = { ...scriptedCase('a'), expected: { kind: 'rejected', violations: [] } } as const;
const WAYS = HELD['child-subreaper'];

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Certifies a plain program of one document whose descendant hides, and returns the means that the log names. */
async function certify(way: Way) {
  const { header, footer } = await certifyProgram({
    edition: EDITION,
    command: ['/bin/sh', '-c', `${scriptsFor(pidFile)[way]}; exit 1`],
    plain: 'json',
    cases: [REFUSED],
  });
  // A case that fails would be asked a second time, and would hide a second process.
  expect(footer.counts.pass).toBe(1);
  return header.containment;
}

describe.runIf(process.platform === 'linux')('in plain mode', () => {
  it.each(WAYS)('a descendant that %s fares as the means in the log allows', async (way) => {
    let means: string | null | undefined;
    const alive = await survives(
      pidFile,
      certify(way).then((named) => (means = named)),
    );
    expect(means).toBe('process-group-and-marker');
    expect(alive).toBe(!HELD['process-group-and-marker'].includes(way));
  });
});
