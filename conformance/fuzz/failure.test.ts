import { describe, expect, it } from 'vitest';
import { readFind, findText } from '../corpus/find-file.ts';
import {
  caseAbout,
  crashOf,
  failureOf,
  invalidCase,
  wrongValues,
  wrongVerdict,
} from '../testing/some-failure.ts';
import { VERSION } from '../version.ts';
import { findOf, tellingOf } from './failure.ts';
import { EDITIONS } from '../editions/register.ts';
import { EDITION } from '../testing/edition.ts';

const TEST = caseAbout(['type/task', 'commands/list', 'ports/mapping', 'ports/range']);

describe('the most telling requirement', () => {
  it('is the last one of the cause, if right cases narrowed the cause down', () => {
    expect(tellingOf(failureOf(crashOf(TEST), { cause: new Set(['ports/mapping']) }))).toBe('ports/mapping');
    expect(tellingOf(failureOf(wrongValues(TEST, ['/ports/0']), { cause: new Set(['ports/range']) }))).toBe(
      'ports/range',
    );
  });

  it('is the one about the field, for a wrong value whose cause was not narrowed down', () => {
    const cause = new Set(['ports/mapping', 'ports/range'] as const);
    expect(tellingOf(failureOf(wrongValues(TEST, ['/ports/0']), { cause }))).toBe('ports/mapping');
    expect(tellingOf(failureOf(crashOf(TEST), { cause }))).toBe('ports/range');
  });

  it('is the broken one, for an invalid document', () => {
    const test = invalidCase(['ports/range', 'nodes/number'], '/ports/0');
    expect(tellingOf(failureOf(wrongVerdict(test)))).toBe('ports/range');
  });

  it('exists even if every document fails', () => {
    expect(tellingOf(failureOf(crashOf(TEST)))).toBe('ports/range');
    expect(tellingOf(failureOf(crashOf(caseAbout([]))))).toBe('document/mapping');
  });
});

describe('a failure as a find', () => {
  it('keeps the document, the right answer and the symptom, and reads as the same find again', async () => {
    const find = findOf(failureOf(wrongValues(TEST, ['/ports/3']), { cause: new Set(['ports/range']) }), 42);
    expect(find).toEqual({
      edition: EDITION,
      input: TEST.input,
      expected: TEST.expected,
      requirements: ['ports/range', 'type/task', 'commands/list', 'ports/mapping'],
      failure: { kind: 'wrong-value', path: '/ports/*' },
      found: { suite: VERSION, seed: 42 },
    });
    expect(await readFind(findText(find), EDITIONS)).toEqual({ kind: 'read', find });
  });

  it('has a requirement, because every find must have one', async () => {
    const find = findOf(failureOf(crashOf(caseAbout([]))), 1);
    expect((await readFind(findText(find), EDITIONS)).kind).toBe('read');
  });
});
