import { describe, expect, it } from 'vitest';
import { isExpectedAnswer, normalizeRequest, usualId } from './protocol.ts';

function answer(id: string, accepted: string): string {
  return `{"jsonrpc":"2.0","id":${id},"result":{"accepted":${accepted}}}`;
}

function accepted(normal: string) {
  return { kind: 'accepted', normal } as const;
}

describe('usualId', () => {
  it.each([
    [answer('0', '{}'), 0],
    [answer('12345', '{}'), 12_345],
    [answer('"1"', '{}'), -1],
    [answer('-1', '{}'), -1],
    ['{"jsonrpc":"2.0","id":', -1],
    ['{"jsonrpc":"2.0","id":1234567890123456', -1],
    ['{"id":1,"jsonrpc":"2.0"}', -1],
    ['', -1],
  ])('%s', (line, id) => {
    expect(usualId(line)).toBe(id);
  });
});

describe('isExpectedAnswer', () => {
  it('is true for exactly the expected bytes', () => {
    expect(isExpectedAnswer(answer('12', '{"a":1}'), 12, accepted('{"a":1}'))).toBe(true);
    expect(isExpectedAnswer(answer('12', '{"a":2}'), 12, accepted('{"a":1}'))).toBe(false);
    expect(isExpectedAnswer(`${answer('12', '{"a":1}')} `, 12, accepted('{"a":1}'))).toBe(false);
    expect(isExpectedAnswer(answer('012', '{"a":1}'), 12, accepted('{"a":1}'))).toBe(false);
  });

  it('is false for a rejection, even one that is expected', () => {
    expect(isExpectedAnswer(answer('1', '{}'), 1, { kind: 'rejected', violations: [] })).toBe(false);
  });

  it('compares text beyond ASCII by its bytes, and does not take Latin-1 for UTF-8', () => {
    expect(isExpectedAnswer(answer('1', '{"a":"\xc3\xa9"}'), 1, accepted('{"a":"é"}'))).toBe(true);
    expect(isExpectedAnswer(answer('1', '{"a":"\xc3\xa8"}'), 1, accepted('{"a":"é"}'))).toBe(false);
    expect(isExpectedAnswer(answer('1', '{"a":"\xe9"}'), 1, accepted('{"a":"é"}'))).toBe(false);
  });
});

describe('normalizeRequest', () => {
  it('sends JSON as it stands, and YAML as text', () => {
    expect(normalizeRequest(3, { kind: 'json', text: '{"a":1.0}' })).toBe(
      '{"jsonrpc":"2.0","id":3,"method":"normalize","params":{"config":{"a":1.0}}}\n',
    );
    expect(normalizeRequest(4, { kind: 'yaml', text: 'a: "\ud800"\n' })).toBe(
      '{"jsonrpc":"2.0","id":4,"method":"normalize","params":{"yaml":"a: \\"\\ud800\\"\\n"}}\n',
    );
  });
});
