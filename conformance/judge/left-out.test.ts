import { describe, expect, it } from 'vitest';
import { accepted, caseOf, changed } from '../testing/answers.ts';
import { judge } from './judge.ts';

describe('an accepted answer that leaves out values', () => {
  const FULL = caseOf(
    JSON.stringify({
      type: 'task',
      image: 'a',
      retry: { on_events: ['error'] },
      volumes: ['/a:/b'],
      resources: { gpu: 'A100' },
      disk: undefined,
    }),
  );

  it.each([
    ['"nodes":1,', '', ['/nodes'], 'nodes/default', 'documented'],
    ['"nodes":1', '"nodes":null', ['/nodes'], 'nodes/default', 'documented'],
    [
      '"stop_duration":"5m"',
      '"stop_duration":null',
      ['/stop_duration'],
      'stop_duration/default',
      'documented',
    ],
    ['"max_duration":"off",', '', ['/max_duration'], 'max_duration/default', 'documented'],
    ['"max_duration":"off"', '"max_duration":true', ['/max_duration'], 'max_duration/default', 'documented'],
    [
      '"idle_duration":"5m"',
      '"idle_duration":null',
      ['/idle_duration'],
      'idle_duration/default',
      'documented',
    ],
    ['"env":[],', '', ['/env'], 'env/default', 'documented'],
    ['"ports":[]', '"ports":null', ['/ports'], 'ports/default', 'documented'],
    ['"commands":[],', '', ['/commands'], 'commands/default', 'documented'],
    [',"duration":"1h"', '', ['/retry/duration'], 'retry/duration-default', 'observed'],
    [',"optional":false', '', ['/volumes/0/optional'], 'volumes/optional-default', 'documented'],
    [
      '{"instance_path":"/a","path":"/b","optional":false}',
      '"/a:/b"',
      ['/volumes/0/optional'],
      'volumes/optional-default',
      'documented',
    ],
    [
      '"optional":false',
      '"optional":null',
      ['/volumes/0/optional'],
      'volumes/optional-default',
      'documented',
    ],
    ['"count":"1",', '', ['/resources/gpu/count'], 'gpu/count-default', 'documented'],
    ['"count":"1"', '"count":null', ['/resources/gpu/count'], 'gpu/count-default', 'documented'],
    [',"disk":{"size":"100GB.."}', '', ['/resources/disk/size'], 'disk/default', 'observed'],
    [
      '"cpu":"2..","memory":"8GB..",',
      '',
      ['/resources/cpu', '/resources/memory'],
      'cpu/default',
      'documented',
    ],
  ])('fails if %s becomes %s', (from, to, paths, requirement, level) => {
    const outcome = judge(FULL, changed(FULL, from, to));
    expect(outcome).toMatchObject({ kind: 'fail', level });
    if (outcome.kind !== 'fail') throw new Error();
    expect(outcome.differences.map(({ path }) => path)).toEqual(paths);
    expect(outcome.differences.map(({ kind }) => kind)).toEqual(paths.map(() => 'left-out'));
    expect(outcome.requirements).toContain(requirement);
  });

  it.each([
    ['"disk":{"size":"100GB.."}', '"disk":null'],
    ['"disk":{"size":"100GB.."}', '"disk":{}'],
  ])('fails at /resources/disk if %s becomes %s', (from, to) => {
    expect(judge(FULL, changed(FULL, from, to))).toMatchObject({
      kind: 'fail',
      differences: [{ path: '/resources/disk', requirements: ['disk/default'] }],
    });
  });

  it('names every value that is null in the place of a default, even where null is refused', () => {
    const answer = JSON.parse(FULL.expected.kind === 'accepted' ? FULL.expected.normal : '') as object;
    const outcome = judge(
      FULL,
      accepted(JSON.stringify({ ...answer, nodes: null, env: null, volumes: null })),
    );
    expect(outcome).toMatchObject({
      differences: [{ path: '/volumes/0' }, { path: '/nodes' }, { path: '/env' }],
    });
  });

  it('fails if a text for a GPU gives no count, and passes if it does', () => {
    const gpu =
      /"gpu":\{[^}]*\}/.exec(FULL.expected.kind === 'accepted' ? FULL.expected.normal : '')?.[0] ?? '';
    expect(judge(FULL, changed(FULL, gpu, '"gpu":"A100"'))).toMatchObject({
      kind: 'fail',
      requirements: ['gpu/count-default'],
    });
    expect(judge(FULL, changed(FULL, gpu, '"gpu":"A100:1"'))).toMatchObject({ kind: 'pass' });
  });

  it('fails if `retry: true` gives no duration', () => {
    const test = caseOf('{"type":"task","commands":["a"],"retry":true}');
    const retry = '"retry":{"on_events":["no-capacity","interruption","error"],"duration":"1h"}';
    expect(judge(test, changed(test, retry, '"retry":true'))).toMatchObject({
      kind: 'fail',
      differences: [{ kind: 'left-out', path: '/retry/duration' }],
    });
  });

  it('fails if the answer echoes the document, whatever the document leaves out', () => {
    const text = '{"type":"task","commands":["a"],"nodes":2}';
    const outcome = judge(caseOf(text), accepted(text));
    expect(outcome).toMatchObject({
      kind: 'fail',
      level: 'documented',
      message: 'accepted, but the answer leaves out values: every default must be said',
    });
    if (outcome.kind !== 'fail') throw new Error();
    expect(outcome.requirements).toEqual(
      expect.arrayContaining(['stop_duration/default', 'cpu/default', 'disk/default']) as string[],
    );
    expect(outcome.requirements).not.toContain('nodes/default');
  });

  it('names the given requirement, not a default, if a given value is lost', () => {
    const test = caseOf('{"type":"task","commands":["a"],"stop_duration":"7m"}');
    expect(judge(test, changed(test, '"stop_duration":"7m",', ''))).toMatchObject({
      differences: [
        {
          kind: 'wrong',
          path: '/stop_duration',
          expected: '"7m"',
          received: undefined,
          requirements: ['stop_duration/given', 'duration/units'],
        },
      ],
    });
  });
});
