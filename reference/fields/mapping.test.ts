import { describe, expect, test } from 'vitest';
import { Float } from '../document/float.ts';
import { Binary, Foreign, YamlSet } from '../document/foreign.ts';
import {
  ABSENT,
  byDefault,
  field,
  optional,
  orNull,
  readFields,
  readMapping,
  required,
  tableOf,
} from './mapping.ts';
import type { Tracer } from './origin.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { readText } from '../coercion/pydantic-1/text.ts';
import { Rejection } from '../document/violation.ts';
import { isMapping } from '../document/is-mapping.ts';

interface Example {
  readonly needed: string;
  readonly maybe: string | null;
  readonly always: string;
  readonly nullable: string | null;
}

/** A table with one field of each kind; the text `absent` stands for a value that means "left out". */
const TABLE = tableOf<Example>(
  {
    needed: field(readText, 'text/given', required('retry/on_events-required')),
    maybe: field(readUnlessAbsent, 'text/given', optional('none', 'name/default')),
    always: field(readText, 'text/given', byDefault('some', 'nodes/default')),
    nullable: field(readOrNull, 'text/given', orNull('default', 'disk/default')),
  },
  { kind: 'retry/kind', unknown: 'retry/known-fields' },
  (defaults) => ({ ...defaults }),
);

const DEFAULTS = { needed: 'x', maybe: 'none', always: 'some', nullable: 'default' };

function readUnlessAbsent(value: unknown, trace?: Tracer): string | typeof ABSENT | Rejection {
  return value === 'absent' ? ABSENT : readText(value, trace);
}

function readOrNull(value: unknown, trace?: Tracer): string | null | Rejection {
  return value === null ? null : readText(value, trace);
}

function read(value: unknown, trace?: Tracer): Example | Rejection {
  return readMapping(TABLE, value, trace);
}

describe('a mapping is read by its table', () => {
  test.each<[unknown, Example]>([
    [{ needed: 'x' }, DEFAULTS],
    [
      { needed: 'x', maybe: 'm', always: 'a', nullable: 'n' },
      { needed: 'x', maybe: 'm', always: 'a', nullable: 'n' },
    ],
    [{ needed: 'x', maybe: null }, DEFAULTS],
    [{ needed: 'x', maybe: 'absent' }, DEFAULTS],
    [
      { needed: 'x', nullable: null },
      { ...DEFAULTS, nullable: null },
    ],
    [Object.assign(Object.create(null) as object, { needed: 'x' }), DEFAULTS],
  ])('%o means %o', (value, mapping) => {
    expectAccepted(read, value, mapping);
  });

  test('gives the keys the order of the table, whatever the order of the document', () => {
    const mapping = read({ nullable: 'n', always: 'a', needed: 'x' });
    expect(Object.keys(mapping)).toEqual(['needed', 'maybe', 'always', 'nullable']);
  });

  test('returns a new object each time', () => {
    read({ needed: 'x', always: 'changed' });
    expectAccepted(read, { needed: 'x' }, DEFAULTS);
  });

  test.each<[unknown, ...Broken[]]>([
    [{}, 'retry/on_events-required'],
    [{ needed: null }, 'null/refused /needed'],
    [{ needed: 'x', always: null }, 'null/refused /always'],
    [{ needed: 'x', maybe: [] }, 'text/scalar-only /maybe'],
    [{ needed: 'x', other: 1 }, 'retry/known-fields /other'],
    [{ needed: 'x', 'a/b~c': 1 }, 'retry/known-fields /a~1b~0c'],
    [{ needed: 'x', '': 1 }, 'retry/known-fields /'],
    [{ needed: 'x', maybe: new Foreign('a date', 'yaml/timestamps') }, 'yaml/timestamps /maybe'],
    [
      { other: 1, always: null, maybe: {} },
      'retry/on_events-required',
      'retry/known-fields /other',
      'null/refused /always',
      'text/scalar-only /maybe',
    ],
    [null, 'retry/kind'],
    [[], 'retry/kind'],
    ['needed', 'retry/kind'],
    [new Float(1), 'retry/kind'],
    [new Foreign('a date', 'yaml/timestamps'), 'retry/kind'],
    [new YamlSet(['needed']), 'retry/kind'],
    [new Binary('needed'), 'retry/kind'],
  ])('%o breaks %s', (value, ...broken) => {
    expectRejected(read, value, ...broken);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is an unknown field', (key) => {
    const value: unknown = JSON.parse(`{"needed": "x", ${JSON.stringify(key)}: {"maybe": "m"}}`);
    expectRejected(read, value, `retry/known-fields /${key}`);
  });

  test('ignores fields that the mapping only inherits', () => {
    expectRejected(read, Object.create({ needed: 'x' }), 'retry/on_events-required');
  });
});

test('a broken field does not hide the others', () => {
  const fields = readFields(TABLE, { needed: 'x', maybe: 'm', always: null });
  if (fields instanceof Rejection) expect.unreachable();
  expect(fields.fields).toEqual({ ...DEFAULTS, maybe: 'm' });
  expect(fields.violations.map((each) => each.path)).toEqual(['/always']);
});

test.each<[unknown, boolean]>([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  ['', false],
  [new Float(1), false],
  [new YamlSet([]), false],
])('%o is a mapping: %s', (value, expected) => {
  expect(isMapping(value)).toBe(expected);
});
