import { expect, it } from 'vitest';
import { unknownTopics } from './topic.ts';

it('names unknown topics, those that are meant, and all that there are', () => {
  expect(unknownTopics(['ports', 'yaml'])).toBeUndefined();
  expect(unknownTopics(['ports', 'resorces', 'volume'])).toMatch(
    /^there is no topic resorces, volume; did you mean resources, volumes\?; the topics are .*ports/,
  );
  expect(unknownTopics(['foobar'])).toMatch(/^there is no topic foobar; the topics are /);
});
