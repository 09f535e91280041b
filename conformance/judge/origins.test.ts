import { expect, it } from 'vitest';
import { originsOf } from './origins.ts';
import { EDITION } from '../testing/edition.ts';

it.each([
  ['json', '{"type":"task","stop_duration":"90m","commands":["a"]}'],
  ['yaml', 'type: task\nstop_duration: 90m\ncommands: [a]\n'],
] as const)('a %s document tells what it gives and what it leaves to a default', (kind, text) => {
  const origins = originsOf({ edition: EDITION, input: { kind, text } });
  expect(origins.get('/stop_duration')).toMatchObject({ kind: 'given', from: '/stop_duration' });
  expect(origins.get('/nodes')).toMatchObject({ kind: 'default', requirements: ['nodes/default'] });
});

it.each([
  ['json', '{"type":'],
  ['yaml', 'type: *task'],
  ['yaml', ''],
  ['json', '{"type":"task","ports":[0],"commands":["a"]}'],
] as const)('a %s document without a normal form has none: %j', (kind, text) => {
  expect(originsOf({ edition: EDITION, input: { kind, text } }).size).toBe(0);
});

it('a text is read as the kind that it is sent as', () => {
  const text = '{"type":"task","nodes":010,"commands":["a"]}';
  expect(originsOf({ edition: EDITION, input: { kind: 'yaml', text } }).get('/nodes')?.kind).toBe('given');
  expect(originsOf({ edition: EDITION, input: { kind: 'json', text } }).size).toBe(0);
});

function yamlOrigins(line: string, before = '') {
  return originsOf({
    edition: EDITION,
    input: { kind: 'yaml', text: `${before}type: task\n${line}\ncommands: [a]\n` },
  });
}

it.each([
  ['ports: [8080, 7:23]', '/ports/1', 'yaml/sexagesimal'],
  ['nodes: +1:04 # an hour', '/nodes', 'yaml/sexagesimal'],
  ['env: {A: 2:14:40}', '/env/0', 'yaml/sexagesimal'],
  ['nodes: 0x10', '/nodes', 'yaml/integers'],
  ['nodes: 010', '/nodes', 'yaml/integers'],
  ['nodes: 1_000', '/nodes', 'yaml/integers'],
])('the notation of the number in `%s` decides %s too', (line, path, requirement) => {
  expect(yamlOrigins(line).get(path)?.requirements).toContain(requirement);
});

it('places are found in a text with a byte-order mark and all line breaks of YAML', () => {
  const before = '\ufeff# a\u2028# b\x85# c\r\n# d\r';
  expect(yamlOrigins('nodes: 1:04', before).get('/nodes')?.requirements).toContain('yaml/sexagesimal');
});

it.each([
  'ports: ["7:23"]',
  'ports: [8888:18072]',
  'ports: [7:99]',
  'max_price: 1_0.5',
  'env: [A=010]',
  'nodes: 2',
])('the notation in `%s` is nothing special', (line) => {
  const all = [...yamlOrigins(line).values()].flatMap(({ requirements }) => requirements);
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter((id) => id.startsWith('yaml/'))).toEqual([]);
});
