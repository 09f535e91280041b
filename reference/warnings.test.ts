import { expect, test } from 'vitest';
import { LANGUAGE } from './editions/dstack-0.18.42/language.ts';
import { readJson } from './json/json.ts';
import { readYaml } from './yaml/yaml.ts';
import { warningsOf } from './warnings.ts';

/** The warnings about a snippet of a task: place and message. */
function warnings(snippet: string): string[] {
  const reading = readYaml(`type: task\nimage: a\n${snippet}\n`);
  if (reading.kind === 'refused') expect.unreachable();
  return warningsOf(LANGUAGE, reading).map(({ path, line, column, message }) =>
    [path, `${line}:${column}`, message].join(' '),
  );
}

test.each([
  ['ports: [22:22]', '/ports/0 3:9', '22:22 as a number in base 60, which is 1342'],
  ['nodes: 1:30', '/nodes 3:8', '1:30 as a number in base 60, which is 90'],
  ['max_price: 1:30.5', '/max_price 3:12', '1:30.5 as a number in base 60, which is 90.5'],
  ['env: {COUNTRY: NO}', '/env/COUNTRY 3:16', 'NO as false, and its text is False'],
  ['regions: [eu, no]', '/regions/1 3:15', 'no as false, and its text is False'],
  ['commands: [on]', '/commands/0 3:12', 'on as true, and its text is True'],
  ['env: {VERSION: 3.10}', '/env/VERSION 3:16', '3.10 as a number, and its text is 3.1'],
  ['env: {N: 1_000}', '/env/N 3:10', '1_000 as a number, and its text is 1000'],
  ['env: {MODE: 0755}', '/env/MODE 3:13', '0755 as an octal number, which is 493'],
  ['nodes: 010', '/nodes 3:8', '010 as an octal number, which is 8'],
  ['retry: {on_events: [error], duration: off}', '/retry/duration 3:39', 'off as false, which means 0s here'],
  ['termination_idle_time: off', '/termination_idle_time 3:24', 'off as false, which means 0s here'],
  ['nodes: yes', '/nodes 3:8', 'yes as true, which means 1 here'],
  ['resources: {gpu: no}', '/resources/gpu 3:18', 'no as false, and its text is False'],
  ['nodes: 1\nnodes: 2', '/nodes 4:1', '`nodes` is given twice'],
  ['env: {A: 1, B: 2, A: 3}', '/env/A 3:19', '`A` is given twice'],
])('%j is warned of at %s: %s', (snippet, place, words) => {
  expect(warnings(snippet)).toEqual([expect.stringContaining(place)]);
  expect(warnings(snippet)).toEqual([expect.stringContaining(words)]);
});

test.each([
  'ports: ["22:22", 80, 8080:80]'.replace('8080:80', '"8080:80"'),
  'privileged: NO',
  'max_duration: off',
  'env: {DEBUG: true, N: 1000, V: 3.5, E: "NO"}',
  'python: 3.10',
  'retry: yes',
  'resources: {cpu: 0x10, gpu: 1}',
  'env: &e {A: x}\nregistry_auth: {username: a, password: b}',
  'resources: {<<: {cpu: 1}, cpu: 2}',
  'name: null',
])('%s loses nothing', (snippet) => {
  expect(warnings(snippet)).toEqual([]);
});

test('a rejected text is warned of, but not at a place that is named already', () => {
  expect(warnings('ports: [49100:22]\nnodes: 1\nnodes: 2\nfoo: 22:22')).toEqual([
    expect.stringContaining('/nodes'),
  ]);
  expect(warnings('foo: [22:22]')).toEqual([expect.stringContaining('/foo/0')]);
});

test('warnings stand in the order of the text', () => {
  const places = warnings('env: {A: no}\nports: [22:22]\nenv: {B: no}').map((each) => each.split(' ')[0]);
  expect(places).toEqual(['/ports/0', '/env', '/env/B']);
});

test('a key that JSON holds twice is warned of', () => {
  const reading = readJson('{"type": "task", "env": {"A": "1"}, "nodes": 1, "nodes": 2, "image": "a"}');
  if (reading.kind === 'refused') expect.unreachable();
  expect(warningsOf(LANGUAGE, reading)).toMatchObject([{ path: '/nodes', line: 1, column: 49 }]);
});

test('equal keys of different mappings are none that stand twice', () => {
  const reading = readJson('{"type": "task", "image": "a", "env": {"A": "1"}, "env": {"A": "1"}}');
  if (reading.kind === 'refused') expect.unreachable();
  expect(warningsOf(LANGUAGE, reading).map(({ path }) => path)).toEqual(['/env']);
});
