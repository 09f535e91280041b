import { expect, it } from 'vitest';
import { EDITION } from '../testing/edition.ts';
import { unknownTopics } from './topic.ts';

it('names unknown topics, those that are meant, and all that there are', () => {
  expect(unknownTopics(EDITION.spec, ['ports', 'yaml'])).toBeUndefined();
  expect(unknownTopics(EDITION.spec, ['ports', 'resorces', 'volume'])).toMatch(
    /^there is no topic resorces, volume; did you mean resources, volumes\?; the topics are .*ports/,
  );
  expect(unknownTopics(EDITION.spec, ['foobar'])).toMatch(/^there is no topic foobar; the topics are /);
});
