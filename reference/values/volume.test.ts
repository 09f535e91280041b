import { describe, test } from 'vitest';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { VOLUME_RULES } from '../editions/dstack-0.18.42/volume.ts';
import { volumeReader } from './volume.ts';
import { PYDANTIC_1 } from '../coercion/pydantic-1/pydantic-1.ts';

const readVolume = volumeReader(PYDANTIC_1, VOLUME_RULES);

describe('the short syntax', () => {
  test.each([
    ['data:/mnt/data', { name: ['data'], path: '/mnt/data' }],
    ['a b:/p//q/./r/', { name: ['a b'], path: '/p/q/r' }],
    [':/p', { name: [''], path: '/p' }],
    ['..:/p', { name: ['..'], path: '/p' }],
    ['/src:/dst', { instance_path: '/src', path: '/dst', optional: false }],
    ['//src/:/', { instance_path: '//src', path: '/', optional: false }],
    ['/w:/work', { instance_path: '/w', path: '/work', optional: false }],
  ])('%j mounts %o', (text, volume) => {
    expectAccepted(readVolume, text, volume);
  });

  test.each<[unknown, ...Broken[]]>([
    ['', 'volumes/short-format'],
    ['data', 'volumes/short-format'],
    ['a:/b:ro', 'volumes/short-format'],
    [null, 'volumes/short-format'],
    [[], 'volumes/short-format'],
    [['a:/b'], 'volumes/short-format'],
    [8080, 'volumes/short-format'],
    ['data:', 'volumes/path-absolute'],
    ['data:p', 'volumes/path-absolute'],
    ['./src:/dst', 'volumes/instance_path-absolute'],
    ['src/:dst', 'volumes/instance_path-absolute', 'volumes/path-absolute'],
    ['data:/a/../b', 'volumes/no-parent'],
    ['/a/..:/b', 'volumes/no-parent'],
    ['data:/workflow', 'volumes/not-in-workflow'],
    ['data:/workflows', 'volumes/not-in-workflow'],
    ['data:/./workflow/x', 'volumes/not-in-workflow'],
    ['data://', 'volumes/target'],
    ['data:/a\0', 'volumes/target'],
  ])('%o breaks %s', (value, ...broken) => {
    expectRejected(readVolume, value, ...broken);
  });
});

describe('a mapping', () => {
  test.each([
    [
      { name: 'data', path: '/p' },
      { name: ['data'], path: '/p' },
    ],
    [
      { name: ['a', 1], path: '/p/' },
      { name: ['a', '1'], path: '/p' },
    ],
    [
      { name: [], path: '//p' },
      { name: [], path: '//p' },
    ],
    [
      { instance_path: '/i', path: '/p' },
      { instance_path: '/i', path: '/p', optional: false },
    ],
    [
      { instance_path: '/i\0', path: '/workflo', optional: 'yes' },
      { instance_path: '/i\0', path: '/workflo', optional: true },
    ],
  ])('%o mounts %o', (mapping, volume) => {
    expectAccepted(readVolume, mapping, volume);
  });

  test.each<[unknown, ...Broken[]]>([
    [{}, 'volumes/required-fields', 'volumes/required-fields'],
    [{ name: 'a' }, 'volumes/required-fields'],
    [{ path: '/p' }, 'volumes/required-fields'],
    [{ instance_path: '/i' }, 'volumes/required-fields'],
    [{ name: null, path: '/p' }, 'null/refused /name'],
    [{ name: { a: 1 }, path: '/p' }, 'text/scalar-only /name'],
    [{ name: ['a', null], path: '/p' }, 'null/refused /name/1'],
    [{ name: 'a', path: 'p' }, 'volumes/path-absolute /path'],
    [{ name: 'a', path: [] }, 'text/scalar-only /path'],
    [{ instance_path: 'i', path: '/p' }, 'volumes/instance_path-absolute /instance_path'],
    [{ instance_path: '/../i', path: '/p' }, 'volumes/no-parent /instance_path'],
    [{ name: 'a', path: '/workflow' }, 'volumes/not-in-workflow /path'],
    [{ name: 'a', path: '//' }, 'volumes/target /path'],
    [{ name: 'a', path: '/p', optional: true }, 'volumes/known-fields /optional'],
    [{ name: 'a', instance_path: '/i', path: '/p' }, 'volumes/known-fields /instance_path'],
    [{ instance_path: '/i', path: '/p', mode: 'ro' }, 'volumes/known-fields /mode'],
    [{ instance_path: '/i', path: '/p', optional: 2 }, 'boolean/other /optional'],
    [{ instance_path: '/i', path: '/p', optional: null }, 'null/refused /optional'],
  ])('%o breaks %s', (value, ...broken) => {
    expectRejected(readVolume, value, ...broken);
  });
});
