import { expect, test } from 'vitest';
import { levelIn } from './level.ts';

test('a requirement has the level that the edition lists', () => {
  expect(levelIn({ 'nodes/positive': 'documented' }, 'nodes/positive')).toBe('documented');
  expect(levelIn({ 'nodes/positive': 'observed' }, 'nodes/positive')).toBe('observed');
});

test('a requirement that the edition does not list is observed, because its page does not say it', () => {
  expect(levelIn({}, 'nodes/positive')).toBe('observed');
});
