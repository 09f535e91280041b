import { describe, expect, it } from 'vitest';
import { NOWHERE, readAddress, writeAddress } from './client/address.ts';

describe('the address of a report', () => {
  it.each([
    ['', NOWHERE],
    ['#cause-1', { ...NOWHERE, anchor: 'cause-1' }],
    ['#requirement-ports/range', { ...NOWHERE, anchor: 'requirement-ports/range' }],
    ['#?q=a+b&state=failed', { ...NOWHERE, q: 'a b', state: 'failed' }],
    ['#cause-1?level=observed&view=yaml', { ...NOWHERE, anchor: 'cause-1', level: 'observed', view: 'yaml' }],
  ])('%s is read', (hash, address) => {
    expect(readAddress(hash)).toEqual(address);
  });

  it('that was written says the same when it is read', () => {
    const address = {
      anchor: 'requirement-a/b',
      q: '50% & ü?#',
      state: 'failed',
      level: 'observed',
      view: 'json',
    };
    expect(readAddress(`#${writeAddress(address)}`)).toEqual(address);
  });

  it('that was cut within an escape is still an address', () => {
    expect(readAddress('#cause-%E')).toEqual({ ...NOWHERE, anchor: 'cause-%E' });
  });
});
