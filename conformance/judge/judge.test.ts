import { describe, expect, it } from 'vitest';
import { accepted, caseOf, changed, rejected } from '../testing/answers.ts';
import { judge } from './judge.ts';
import type { Answer } from '../protocol/protocol.ts';

const TASK = caseOf(
  '{"type":"task","commands":["a","b"],"resources":{"gpu":"24GB:2","cpu":4},"env":{"LR":1.0}}',
);

describe('an accepted answer that was expected', () => {
  it('passes as canonical if it is the normal form, whatever the order of its keys', () => {
    expect(judge(TASK, { kind: 'same' })).toEqual({ kind: 'pass', canonical: true });
    if (TASK.expected.kind === 'rejected') throw new Error();
    const normal = JSON.parse(TASK.expected.normal) as Record<string, unknown>;
    const turned = Object.fromEntries(Object.entries(normal).reverse());
    expect(judge(TASK, accepted(JSON.stringify(turned)))).toEqual({ kind: 'pass', canonical: true });
  });

  it.each([
    ['"cpu":"4"', '"cpu":{"min":4,"max":4}'],
    ['"cpu":"4"', '"cpu":4'],
    ['"stop_duration":"5m"', '"stop_duration":300'],
    ['"env":["LR=1.0"]', '"env":{"LR":1.0}'],
    ['"nodes":1', '"nodes":1.0'],
    ['"max_price":null,', ''],
    ['"image":null,"user":null,', ''],
    ['"memory":"24GB","total_memory":null', '"memory":"24GB"'],
  ])('passes in another spelling: %s as %s', (from, to) => {
    expect(judge(TASK, changed(TASK, from, to))).toMatchObject({ kind: 'pass' });
  });

  it.each([
    ['"env":["LR=1.0"]', '"env":{"LR":1}', '/env/0', '"LR=1.0"', '"LR=1"'],
    ['"commands":["a","b"]', '"commands":["a"]', '/commands/1', '"b"', undefined],
    ['"commands":["a","b"]', '"commands":["a","b","c"]', '/commands/2', undefined, '"c"'],
    ['"memory":"24GB"', '"memory":"24GB.."', '/resources/gpu/memory', '"24GB"', '"24GB.."'],
    ['"disk":{"size":"100GB.."}', '"disk":null', '/resources/disk', '{"size":"100GB.."}', 'null'],
  ])('fails if %s is %s, with the place', (from, to, path, expected, received) => {
    const outcome = judge(TASK, changed(TASK, from, to));
    expect(outcome).toMatchObject({ kind: 'fail', differences: [{ path, expected, received }] });
  });

  it('fails with the level and the requirement that decided the value', () => {
    expect(judge(TASK, changed(TASK, '"stop_duration":"5m"', '"stop_duration":"6m"'))).toMatchObject({
      level: 'documented',
      requirements: ['stop_duration/default'],
    });
    expect(judge(TASK, changed(TASK, '"size":"100GB.."', '"size":"50GB.."'))).toMatchObject({
      level: 'observed',
      requirements: ['disk/default'],
    });
  });

  it('fails as documented if one of several places is documented', () => {
    const both = changed(TASK, '"stop_duration":"5m"', '"stop_duration":"6m"');
    if (both.kind !== 'accepted') throw new Error();
    const json = both.json.slice('{"accepted":'.length, -1).replace('"100GB.."', '"50GB.."');
    expect(judge(TASK, accepted(json))).toMatchObject({
      kind: 'fail',
      level: 'documented',
      differences: [{}, {}],
    });
  });

  it.each([
    ['"cpu":"4"', '"cpu":"four"', '/resources/cpu'],
    ['"type":"task"', '"type":"tusk"', '/type'],
    ['"nodes":1', '"nodes":1,"extra":true', '/extra'],
  ])('fails if the answer is not a valid configuration: %s as %s', (from, to, path) => {
    expect(judge(TASK, changed(TASK, from, to))).toMatchObject({ kind: 'fail', differences: [{ path }] });
  });

  it('fails for a number that JSON.parse reads as Infinity', () => {
    expect(judge(TASK, changed(TASK, '"max_price":null', '"max_price":1e400'))).toMatchObject({
      kind: 'fail',
    });
  });

  it('survives an answer that nests deeper than JSON can be written', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const outcome = judge(TASK, changed(TASK, '"commands":["a","b"]', `"commands":${deep}`));
    expect(outcome).toMatchObject({ kind: 'fail' });
  });

  it('lists the first few of endless surplus values, and all missing ones', () => {
    const [items, ports] = ['b', '99999'].map((text) => Array<string>(200_000).fill(text));
    const answer = { type: 'task', commands: ['a', ...(items ?? [])], ports, nodes: 2 };
    const outcome = judge(TASK, accepted(JSON.stringify(answer)));
    if (outcome.kind !== 'fail') throw new Error('passed');
    const paths = outcome.differences.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['/nodes', '/commands/2', '/ports/0', '/resources', '/env']),
    );
    expect(paths.filter((path) => path.startsWith('/commands/'))).toHaveLength(20);
    expect(JSON.stringify(outcome).length).toBeLessThan(100_000);
  });

  it('does not read a number of a million digits', () => {
    const startedAt = performance.now();
    const outcome = judge(TASK, changed(TASK, '"nodes":1', `"nodes":${'9'.repeat(1_000_000)}`));
    expect(outcome).toMatchObject({ kind: 'fail', differences: [{ path: '/nodes' }] });
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

describe('a rejection that was expected', () => {
  const test = caseOf('{"type":"task","commands":["a"],"ports":[70000],"resources":{"cpu":"x"}}');

  it.each([
    [['/ports/0'], 'hit'],
    [['/ports'], 'hit'],
    [['/ports/0/local_port'], 'hit'],
    [['/nodes', '/resources/cpu'], 'hit'],
    [['/nodes'], 'miss'],
    [[''], 'miss'],
    [['ports'], 'miss'],
    [[undefined], 'none'],
    [[], 'none'],
  ])('passes with the paths %j, which are a %s', (paths, path) => {
    expect(judge(test, rejected(...paths))).toEqual({ kind: 'pass', path });
  });

  it('fails if the document was accepted, as documented if anything documented is broken', () => {
    expect(judge(test, accepted('{"type":"task"}'))).toMatchObject({ kind: 'fail', level: 'observed' });
    const relative = caseOf('{"type":"task","commands":["a"],"working_dir":"/etc","ports":[70000]}');
    expect(judge(relative, accepted('{}'))).toMatchObject({
      kind: 'fail',
      level: 'documented',
      requirements: expect.arrayContaining(['working_dir/relative', 'ports/range']) as string[],
    });
  });
});

describe('a wrong rejection', () => {
  it('is documented if the document uses only documented behaviour', () => {
    expect(judge(caseOf('{"type":"task","commands":["a"],"nodes":2}'), rejected('/nodes'))).toMatchObject({
      kind: 'fail',
      level: 'documented',
    });
  });

  it('is observed if the document uses behaviour that the page does not mention', () => {
    const outcome = judge(caseOf('{"type":"task","commands":["a"],"ports":["*:80"]}'), rejected());
    expect(outcome).toMatchObject({ kind: 'fail', level: 'observed' });
  });

  it('is observed if the case is about such a notation', () => {
    const test = caseOf('{"type":"task","commands":["a"]}', ['yaml/anchors']);
    expect(judge(test, rejected())).toMatchObject({ level: 'observed' });
  });
});

it('the text of an answer is repeated in brief', () => {
  const path = `/${'p'.repeat(1_000_000)}`;
  const answers: Answer[] = [
    { kind: 'unsupported', reason: path, json: '' },
    { kind: 'rejected', violations: [{ path, message: path }], json: '' },
    accepted(`{"${path}":1}`),
  ];
  for (const answer of answers) expect(JSON.stringify(judge(TASK, answer)).length).toBeLessThan(20_000);
});

it('an `unsupported` answer is neither a pass nor a failure', () => {
  expect(judge(TASK, { kind: 'unsupported', reason: 'no', json: '' })).toEqual({
    kind: 'unsupported',
    reason: 'no',
  });
});
