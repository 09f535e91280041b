import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agreementOf } from '../../bench/measure/agreement.ts';
import { askRelease } from '../../bench/measure/ask-release.ts';
import { readExplanations } from '../../bench/measure/explanation.ts';
import { readRows } from '../../bench/measure/measured-row.ts';

const FOLDER = 'examples/dstack-release';
const RELEASE = '0.18.42';

/** The release is installed by `install`, which needs the network. Without it, its tests are reported as skipped. */
const isInstalled = existsSync(`.tmp/dstack-${RELEASE}/installed`);
const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;

describe.runIf(python)('the adapter without a release', () => {
  test('passes its own tests', () => {
    const { status, stderr } = spawnSync('python3', ['-B', `${FOLDER}/test_adapter.py`], {
      encoding: 'utf8',
    });
    expect(stderr).toContain('OK');
    expect(status).toBe(0);
  });

  test('refuses an unknown release, and says how to install a known one', () => {
    const environment = { ...process.env, DSTACK_RELEASES: '/nowhere' };
    const run = spawnSync(`${FOLDER}/run`, [RELEASE], { encoding: 'utf8', env: environment });
    expect(run.status).toBe(69);
    expect(run.stderr).toContain(`install ${RELEASE}`);
    expect(spawnSync(`${FOLDER}/install`, ['0.0.0']).status).toBe(2);
  });
});

describe.runIf(isInstalled)('dstack 0.18.42, as installed', () => {
  test('answers a sample of the recorded measurements as they were recorded', async () => {
    const all = readRows(`spec/editions/dstack-${RELEASE}/measurements/probes.ndjson`);
    const rows = all.filter((_, index) => index % 20 === 0);
    const texts = rows.map(({ yaml }) => yaml);
    const asked = await askRelease([`${FOLDER}/run`, RELEASE], texts);
    if (asked.kind === 'not-installed') throw new Error(asked.message);
    const explanations = readExplanations(`${FOLDER}/differences-${RELEASE}.yaml`);
    expect(agreementOf(rows, asked.answers, explanations).unexplained).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
  });

  test('errors of the YAML reader are rejections, and its other exceptions are crashes', async () => {
    const texts = ['type: [\n', 'type: task\ncommands: [2024-02-30]\n'];
    const asked = await askRelease([`${FOLDER}/run`, RELEASE], texts);
    expect(asked).toMatchObject({
      answers: [
        { verdict: 'rejected', stage: 'yaml' },
        { verdict: 'crashed', stage: 'yaml-crash' },
      ],
    });
  });

  test.each([
    ['accepts a task', 'type: task\ncommands: [a]\n', 0],
    ['crashes over a Python version with an image', "type: task\nimage: a\npython: '3.11'\n", 2],
  ])('in plain mode, it %s', (_what, input, code) => {
    const { status, stdout } = spawnSync(`${FOLDER}/run`, [RELEASE, '--plain'], { encoding: 'utf8', input });
    expect(status).toBe(code);
    expect(stdout.includes('"type": "task"')).toBe(code === 0);
  });
});
