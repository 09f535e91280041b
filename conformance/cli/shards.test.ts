import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import logSchema from '../../spec/schemas/event-log.schema.json' with { type: 'json' };
import reportSchema from '../../spec/schemas/report.schema.json' with { type: 'json' };
import { bundled } from '../testing/bundled.ts';
import { captureCommands } from '../testing/captured-output.ts';
import { LogFolder } from '../testing/sharded-logs.ts';
import { run } from './command-line.ts';

const printed = captureCommands();
const folder = new LogFolder();
let adapter: readonly string[] = [];

beforeAll(async () => {
  adapter = [...(await bundled('conformance/cli/main.ts')), 'adapter'];
});

afterAll(() => {
  folder.remove();
});

function command(...args: string[]): Promise<number> {
  printed.out = '';
  printed.err = '';
  return run(['node', 'dstack-conformance', '--no-config', ...args]);
}

function certifyShard(shard: string, log: string, ...more: string[]): Promise<number> {
  return command('certify', '--cases', '0', '--shard', shard, '--log', log, ...more, '--', ...adapter);
}

describe('--shard', () => {
  it('of certify says which part was asked, and never a grade of the whole', async () => {
    const log = folder.write('one.log', '');
    expect(await certifyShard('1/2', log)).toBe(0);
    expect(printed.out).toContain(
      'grade: incomplete (shard 1 of 2): only all shards together have a grade\n',
    );
    expect(await command('report', log)).toBe(3);
    expect(printed.out).toContain('shard 2 of 2 is missing');
    const badge = folder.write('badge.json', '');
    expect(await certifyShard('1/2', log, '--badge-endpoint', badge)).toBe(0);
    expect(folder.read('badge.json')).toContain('only one shard was asked');
  });

  it('makes logs that `report` puts together, and `replay` asks again', async () => {
    const logs = ['1/2', '2/2'].map((shard) => [shard, folder.write(`${shard[0]}.log`, '')] as const);
    for (const [shard, log] of logs) expect(await certifyShard(shard, log)).toBe(0);
    const paths = logs.map(([, log]) => log);
    expect(await command('report', '--json', ...paths)).toBe(0);
    const ajv = new Ajv2020({ strict: false, schemas: [logSchema] });
    expect(ajv.validate(reportSchema, JSON.parse(printed.out))).toBe(true);
    expect(JSON.parse(printed.out)).toMatchObject({ grade: 'drop-in', shard: null });
    expect(await command('replay', paths[0] ?? '', '--', ...adapter)).toBe(0);
    expect(printed.out).toMatch(/^(\d+) of \1 answers are byte for byte/);
  });

  it('of one part is a whole run', async () => {
    expect(await command('certify', '--cases', '0', '--shard', '1/1', '--', ...adapter)).toBe(0);
    expect(printed.out).toContain('grade: drop-in');
  });

  it.each(['0/4', '5/4', 'two', '1/1001'])('is no %s', async (shard) => {
    expect(await command('certify', '--shard', shard, '--', ...adapter)).toBe(2);
    expect(printed.err).toContain('a part of a run is needed, such as 2/4');
  });

  it('does not update a baseline, which needs a whole run', async () => {
    const flags = ['--shard', '1/2', '--baseline', folder.write('known.yaml', ''), '--update-baseline'];
    expect(await command('certify', ...flags, '--', ...adapter)).toBe(2);
    expect(printed.err).toContain('--update-baseline needs a whole run');
  });

  it('of fuzz needs a seed, and says its part', async () => {
    const flags = ['--cases', '20', '--corpus', `${folder.path}/finds`, '--shard', '1/2'];
    expect(await command('fuzz', ...flags, '--', ...adapter)).toBe(2);
    expect(printed.err).toContain('--shard needs --seed');
    expect(await command('fuzz', ...flags, '--seed', '7', '--', ...adapter)).toBe(0);
    expect(printed.out).toMatch(/^seed 7 · shard 1 of 2\n/);
  });
});

describe('report', () => {
  it('sends whoever gives it two whole runs to `compare`', async () => {
    const logs = ['a.log', 'b.log'].map((name) => folder.write(name, ''));
    for (const log of logs) await command('certify', '--cases', '0', '--log', log, '--', ...adapter);
    expect(await command('report', ...logs)).toBe(2);
    expect(printed.err).toContain('`compare` shows the difference between runs');
  });
});

describe('corpus merge', () => {
  it('needs to know where to, and names a folder that is not there', async () => {
    expect(await command('corpus', 'merge', folder.path)).toBe(2);
    expect(await command('corpus', 'merge', '/no/such', '--into', `${folder.path}/finds`)).toBe(2);
    expect(printed.err).toContain('/no/such');
  });
});
