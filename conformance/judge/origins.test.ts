import { expect, it } from 'vitest';
import { originsOf } from './origins.ts';

it.each([
  ['json', '{"type":"task","stop_duration":"90m","commands":["a"]}'],
  ['yaml', 'type: task\nstop_duration: 90m\ncommands: [a]\n'],
] as const)('a %s document tells what it gives and what it leaves to a default', (kind, text) => {
  const origins = originsOf({ kind, text });
  expect(origins.get('/stop_duration')).toMatchObject({ kind: 'given', from: '/stop_duration' });
  expect(origins.get('/nodes')).toMatchObject({ kind: 'default', requirements: ['nodes/default'] });
});

it.each([
  ['json', '{"type":'],
  ['yaml', 'type: *task'],
  ['yaml', ''],
  ['json', '{"type":"task","ports":[0],"commands":["a"]}'],
] as const)('a %s document without a normal form has none: %j', (kind, text) => {
  expect(originsOf({ kind, text }).size).toBe(0);
});

it('reads a text as the kind that it is sent as', () => {
  const text = '{"type":"task","nodes":010,"commands":["a"]}';
  expect(originsOf({ kind: 'yaml', text }).get('/nodes')?.kind).toBe('given');
  expect(originsOf({ kind: 'json', text }).size).toBe(0);
});
