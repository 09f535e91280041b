import fc from 'fast-check';
import { expect, it } from 'vitest';
import { steps } from '../../reference/document/pointer.ts';
import { prettyJson, prettyLines } from './pretty.ts';
import { SPEC } from '../../spec/generated/editions/dstack-0.18.42/edition.ts';

function joined(value: unknown): string {
  return `${prettyLines(value)
    .map(({ text }) => text)
    .join('\n')}\n`;
}

it('the lines are the indented JSON of the value', () => {
  expect(joined(SPEC.minimal.normal)).toBe(prettyJson(SPEC.minimal.normal));
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(joined(value)).toBe(prettyJson(value));
    }),
  );
});

it('each leaf has the pointer that leads to it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const { text, pointer } of prettyLines(value)) {
        if (pointer === undefined) continue;
        let at: unknown = value;
        for (const key of steps(pointer)) at = Reflect.get(Object(at) as object, key);
        expect(text.replace(/,$/, '').endsWith(JSON.stringify(at))).toBe(true);
      }
    }),
  );
});
