import { describe, expect, it } from 'vitest';
import { explain, interpret, interpretText, normalize, type EditionId } from './reference.ts';

const TASK = 'type: task\ncommands: [python train.py]\n';

describe('the entry `reference`', () => {
  it('interprets values', () => {
    const verdict = interpret({ type: 'task', commands: ['a'], nodes: 2 });
    expect(verdict.kind === 'accepted' && verdict.normal.nodes).toBe(2);
  });

  it('interprets text, with the place of each violation', () => {
    const verdict = interpretText(`${TASK}nodes: 0\nports: [65537]\n`);
    expect(verdict.kind === 'rejected' && verdict.violations).toMatchObject([
      { requirement: 'nodes/positive', path: '/nodes', line: 3, column: 8 },
      { requirement: 'ports/range', path: '/ports/0', line: 4, column: 9 },
    ]);
  });

  it('reads JSON as JSON', () => {
    expect(interpretText('{"type": "task", "commands": ["a"]}', { kind: 'json' }).kind).toBe('accepted');
    expect(interpretText(TASK, { kind: 'json' }).kind).toBe('rejected');
  });

  it('reads another edition', () => {
    const edition = 'dstack-0.21.2/task';
    const verdict = interpretText(`${TASK}shell: bash\n`, { edition });
    expect(verdict.kind === 'accepted' && verdict.normal.shell).toBe('/bin/bash');
    expect(interpretText(`${TASK}shell: bash\n`).kind).toBe('rejected');
  });

  it('normalizes as the protocol does', () => {
    expect(normalize(TASK)).toMatchObject({ accepted: { type: 'task', nodes: 1, stop_duration: '5m' } });
    expect(normalize('type: task')).toMatchObject({ rejected: [{ path: '' }] });
  });

  it('explains where values come from', () => {
    const explanation = explain(`${TASK}nodes: 2\n`);
    const values = explanation.kind === 'accepted' ? explanation.values : [];
    expect(values.find(({ pointer }) => pointer === '/nodes')).toMatchObject({
      value: 2,
      origin: { kind: 'given', from: '/nodes' },
      line: 3,
    });
    expect(values.find(({ pointer }) => pointer === '/stop_duration')).toMatchObject({
      value: '5m',
      origin: { kind: 'default' },
      line: undefined,
    });
    expect(explain('type: task').kind).toBe('rejected');
  });

  it('names the editions if there is no such', () => {
    expect(() => interpret({}, { edition: '1.2.3' as EditionId })).toThrow(
      /^there is no edition 1\.2\.3; there are dstack-/,
    );
  });
});
