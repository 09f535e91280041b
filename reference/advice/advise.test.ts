import { describe, expect, test } from 'vitest';
import { LANGUAGE } from '../editions/dstack-0.18.42/language.ts';
import { interpretText } from '../interpret-text.ts';

/** The messages that a text gets, by the path of what is wrong. */
function messages(text: string, kind: 'json' | 'yaml' = 'yaml'): Readonly<Record<string, string>> {
  const verdict = interpretText(LANGUAGE, kind, text);
  if (verdict.kind === 'accepted') expect.unreachable();
  return Object.fromEntries(verdict.violations.map(({ path, message }) => [path, message]));
}

/** The message about a snippet of a task, at the path. */
function about(snippet: string, path: string): string {
  return messages(`type: task\nimage: a\n${snippet}\n`)[path] ?? 'nothing';
}

describe('an unknown field', () => {
  test.each([
    ['node: 2', '/node', 'did you mean `nodes`?'],
    ['typ: task', '/typ', 'did you mean `type`?'],
    ['resources: {gpus: 1}', '/resources/gpus', 'did you mean `gpu`?'],
    ['retry: {on_event: [error]}', '/retry/on_event', 'did you mean `on_events`?'],
    ['ports: [{container_prot: 1}]', '/ports/0/container_prot', 'did you mean `container_port`?'],
    ['resources: {cpu: {mim: 1}}', '/resources/cpu/mim', 'did you mean `min`?'],
  ])('%s at %s: %s', (snippet, path, advice) => {
    expect(about(snippet, path)).toContain(advice);
  });

  test.each([
    ['gpu: 1', '/gpu', 'belongs under `resources`'],
    ['cpu: 2', '/cpu', 'belongs under `resources`'],
    ['shm_size: 2GB', '/shm_size', 'belongs under `resources`'],
    ['on_events: [error]', '/on_events', 'belongs under `retry`'],
    ['username: a', '/username', 'belongs under `registry_auth`'],
    ['container_port: 80', '/container_port', 'belongs into an item of `ports`'],
    ['resources: {image: b}', '/resources/image', 'belongs at the top of the file'],
    ['resources: {gpu: {cpu: 1}}', '/resources/gpu/cpu', 'belongs under `resources`'],
    ['resources: {count: 1}', '/resources/count', 'belongs under `resources.gpu`'],
    ['gpus: 1', '/gpus', 'did you mean `gpu`? It belongs under `resources`'],
  ])('%s at %s %s', (snippet, path, advice) => {
    expect(about(snippet, path)).toContain(advice);
  });

  test.each([
    ['repos: []', '/repos', '0.19.26'],
    ['files: []', '/files', '0.19.17'],
    ['shell: sh', '/shell', '0.19.5'],
    ['utilization_policy: {}', '/utilization_policy', '0.18.44'],
    ['resources: {cpu: {arch: x86}}', '/resources/cpu/arch', '0.19.8'],
    ['repo: []', '/repo', 'did you mean `repos`? That came with a later release of dstack (0.19.26)'],
  ])('%s at %s came with a later release: %s', (snippet, path, release) => {
    expect(about(snippet, path)).toContain('came with a later release of dstack');
    expect(about(snippet, path)).toContain(release);
  });

  test.each(['__proto__: 1', 'toString: 1', 'qwertz: 1'])('%s is like nothing', (snippet) => {
    const [name = ''] = snippet.split(':');
    expect(about(snippet, `/${name}`)).toBe(`\`${name}\` is no field here`);
  });
});

describe('an unknown word', () => {
  test.each([
    ['backends: [lamda]', '/backends/0', 'did you mean `lambda`?'],
    ['backends: [aws, AZURE]', '/backends/1', 'did you mean `azure`?'],
    ['spot_policy: on_demand', '/spot_policy', 'did you mean `on-demand`?'],
    ['creation_policy: reuse-or-crate', '/creation_policy', 'did you mean `reuse-or-create`?'],
    ['termination_policy: dont-destory', '/termination_policy', 'did you mean `dont-destroy`?'],
    ['retry: {on_events: [no-capacty]}', '/retry/on_events/0', 'did you mean `no-capacity`?'],
    ['resources: {gpu: {vendor: nvida}}', '/resources/gpu/vendor', 'did you mean `nvidia`?'],
    ['privileged: ture', '/privileged', 'did you mean `true`?'],
    ['retry: flase', '/retry', 'did you mean `false`?'],
    ['backends: [verda]', '/backends/0', 'came with a later release of dstack (0.20.0)'],
    [
      'resources: {gpu: {vendor: tt}}',
      '/resources/gpu/vendor',
      'came with a later release of dstack (0.19.6)',
    ],
    ['python: 3.14', '/python', 'came with a later release of dstack (0.21.0)'],
  ])('%s at %s: %s', (snippet, path, advice) => {
    expect(about(snippet, path)).toContain(advice);
  });

  test('a version is near to others, but not misspelled', () => {
    expect(about('python: "3.7"', '/python')).not.toContain('did you mean');
  });

  test('a misspelled type is one, too', () => {
    expect(messages('type: taks\nimage: a\n')['/type']).toContain('did you mean `task`?');
  });
});

describe('what needs quotes says so', () => {
  test.each([
    ['commands: [echo: hi]', '/commands/0', "quote the whole, as 'echo: hi'"],
    ['commands:\n  - it: "isn\'t"', '/commands/0', "quote the whole, as 'it: isn''t'"],
    ['commands:\n  - curl -H "A: b"\n  - wait:', '/commands/1', "quote the whole, as 'wait:'"],
    ['commands: [2024-01-01]', '/commands/0', "quote it, as '2024-01-01'"],
    ['commands: [2024-01-01 10:00:00]', '/commands/0', "quote it, as '2024-01-01 10:00:00'"],
    ['env: {A: 2001-12-14}', '/env/A', "quote it, as '2001-12-14'"],
    ['env: {A: {b: c}}', '/env/A', "quote the whole, as 'b: c'"],
    ['env: {2024-01-01: a}', '/env/2024-01-01', 'quote the key'],
    ['commands: [[a]]', '/commands/0', 'quote it if it is meant as text'],
    ['nodes: NO', '/nodes', 'YAML reads NO as false'],
    ['spot_policy: Off', '/spot_policy', 'not Off; without quotes, YAML reads Off as false'],
  ])('%j at %s: %s', (snippet, path, advice) => {
    expect(about(snippet, path)).toContain(advice);
  });

  test.each([
    ['ports: [49100:22]', '/ports/0', '49100:22', '2946022'],
    ['ports: [{container_port: 20000:30}]', '/ports/0/container_port', '20000:30', '1200030'],
    ['nodes: -1:30', '/nodes', '-1:30', '-90'],
  ])('%s at %s names %s in base 60, and not %s', (snippet, path, written, number) => {
    expect(about(snippet, path)).toContain(`quote it, as '${written}'`);
    expect(about(snippet, path)).toContain('base 60');
    expect(about(snippet, path)).not.toContain(number);
  });

  test.each([
    ['env: [A: 1]', 'write `A=1`, or make a mapping of the list'],
    ['env:\n  - A: x y\n', 'write `A=x y`, or make a mapping of the list'],
    ['env:\n  - A: 1\n    B: 2\n', 'write `NAME=value`, or make a mapping of the list'],
    ['env:\n  - A: [1]\n', 'write `NAME=value`, or make a mapping of the list'],
  ])('%j in a list: %s', (snippet, advice) => {
    expect(about(snippet, '/env/0')).toContain(advice);
  });

  test('a second colon on a line', () => {
    expect(messages('type: task\nenv:\n  A: b: c\n')['']).toContain(
      'quote text in which a blank follows a colon',
    );
  });

  test.each(['nodes: "NO"', 'nodes: no way', 'ports: ["70000:1"]'])(
    '%j is quoted or plain already',
    (snippet) => {
      const [said] = Object.values(messages(`type: task\nimage: a\n${snippet}\n`));
      expect(said).not.toContain('quote');
    },
  );
});

describe('a file that is no task', () => {
  test.each(['service', 'fleet', 'dev-environment', 'gateway', 'volume'])('a %s is called one', (type) => {
    expect(messages(`type: ${type}\nfoo: 1\n`)).toEqual({ '/type': `a ${type}; this suite reads tasks` });
  });

  test.each(['foo: 1\nnodes: x\n', '{}', 'type:\nfoo: 1\n'])(
    '%j has no type, which is all that is said',
    (text) => {
      const said = Object.values(messages(text));
      expect(said).toEqual([expect.stringContaining('`type`')]);
    },
  );

  test.each([
    ['', 'yaml'],
    ['# nothing\n', 'yaml'],
    ['---\n...\n', 'yaml'],
    ['', 'json'],
    [' \n', 'json'],
  ] as const)('%j as %s is an empty file', (text, kind) => {
    expect(messages(text, kind)).toEqual({ '': 'the file is empty' });
  });

  test('null is a value', () => {
    expect(messages('null')).toEqual({ '': 'expected a mapping, not null' });
  });
});
