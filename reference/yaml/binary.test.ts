import { expect, test } from 'vitest';
import { Binary, Foreign } from '../document/foreign.ts';
import { readBinary } from './binary.ts';

test.each([
  ['', ''],
  ['aGVsbG8=', 'hello'],
  ['aGVs\n bG8=\n', 'hello'],
  ['aGVsbG8=aGVs', 'hello'],
  ['aGk=', 'hi'],
  ['YQ==', 'a'],
  ['YQ=*=', 'a'],
  ['=YQ==', 'a'],
  ['w6k=', 'é'],
])('%j holds %j', (text, value) => {
  expect(readBinary(text)).toEqual(new Binary(value));
});

test.each(['/w==', '//79'])('%j holds bytes that are not UTF-8 text', (text) => {
  expect(readBinary(text)).toEqual(new Foreign('binary data', 'yaml/tags'));
});

test.each(['a', 'YQ', 'YQ=', 'YWJ', 'é', 'YQ==é'])('%j is not base64', (text) => {
  expect(readBinary(text)).toBeUndefined();
});
