import { describe, expect, test } from 'vitest';
import { Float } from '../reference/document/float.ts';
import { readYaml } from '../reference/yaml/yaml.ts';
import { examplesOf, type Example } from '../spec/catalogue.ts';
import { GRAMMAR } from './editions/dstack-0.18.42/grammar.ts';
import { caseAt } from './generate.ts';
import { planOf } from './plan.ts';
import { outlineOf } from './testing/outline.ts';
import { isMapping } from '../reference/document/is-mapping.ts';
import { SPEC } from '../spec/generated/editions/dstack-0.18.42/edition.ts';

/**
 * This many cases reach the rarest kind: a GPU with four parts in the order of the example, with blanks in all places.
 */
const CASES: Readonly<Record<string, number>> = {
  gpu: 400_000,
  volumes: 400_000,
  memory: 100_000,
  document: 120_000,
};
const CASES_OF_OTHERS = 60_000;

/** Matches fields with free text. Only values with a grammar have a kind. */
const FREE =
  /^\/(?:image|commands|entrypoint|reservation|regions|instance_types|availability_zones|env|registry_auth|name)\b/;

const SEED = 7;

describe('the generators reach', () => {
  test.each(SPEC.topics.map(({ topic }) => topic))(
    'every kind of spelling that the examples of %s accept',
    (topic) => {
      const wanted = kindsInExamples(topic, 'accepted');
      for (const [kind] of wanted) if (kind.includes('${{')) wanted.delete(kind);
      expect(leftOf(wanted, topic, 'valid')).toEqual([]);
    },
  );

  test.each(SPEC.topics.map(({ topic }) => topic))(
    'every kind of fault that the examples of %s show',
    (topic) => {
      expect(leftOf(kindsInExamples(topic, 'rejected'), topic, 'invalid')).toEqual([]);
    },
  );
});

function kindsInExamples(topic: string, kind: Example['kind']): Map<string, string> {
  const all = SPEC.requirements
    .filter((each) => each.topic === topic)
    .flatMap((each) => examplesOf(SPEC, each));
  const wanted = new Map<string, string>();
  for (const { kind: verdict, yaml, yamlOnly, id } of all) {
    const reading = readYaml(yaml);
    if (verdict !== kind || yamlOnly || reading.kind !== 'read') continue;
    for (const each of kindsIn(reading.document)) if (!FREE.test(each)) wanted.set(each, id);
  }
  return wanted;
}

function leftOf(wanted: Map<string, string>, topic: string, kind: 'valid' | 'invalid'): string[] {
  const plans = [
    planOf(GRAMMAR, { kind, topic, inputs: 'json' }),
    planOf(GRAMMAR, { kind, inputs: 'json' }),
  ] as const;
  const count = CASES[topic] ?? CASES_OF_OTHERS;
  for (let index = 0; index < count && wanted.size > 0; index += 1) {
    const made = caseAt(plans[index % 4 === 0 ? 1 : 0], SEED, index);
    if (!mayHold(made.json ?? '', wanted)) continue;
    for (const each of kindsIn(made.document)) wanted.delete(each);
  }
  return [...wanted].map(([each, id]) => `${each} of ${id}`);
}

/** Returns whether the document is worth a closer look, because the kinds that are still missing are soon rare. */
function mayHold(json: string, wanted: ReadonlyMap<string, string>): boolean {
  let outline: string | undefined;
  for (const each of wanted.keys()) {
    const { parts, quoted } = traceOf(each);
    if (!parts.every((part) => json.includes(part))) continue;
    if (quoted === undefined) return true;
    outline ??= outlineOf(json);
    if (outline.includes(quoted)) return true;
  }
  return false;
}

/** What the JSON text of a document must hold if the document has a value of a kind. */
interface Trace {
  readonly parts: readonly string[];
  /** The outline of the text must hold this; absent if the kind is no text, or could be escaped. */
  readonly quoted?: string;
}

const traces = new Map<string, Trace>();

function traceOf(kind: string): Trace {
  const known = traces.get(kind) ?? newTrace(kind.slice(kind.indexOf(' ') + 1));
  traces.set(kind, known);
  return known;
}

/** An outline has the signs between words and digits as they are, so most texts are without those of a rare kind. */
function newTrace(value: string): Trace {
  if (/^"[ -~]*"$/.test(value))
    return { parts: value.split(/[a0]/).filter((part) => part.length > 1), quoted: value };
  const keys = /^\{(\w+(?:, \w+)*)\}$/.exec(value)?.[1]?.split(', ') ?? [];
  return { parts: keys.map((key) => `"${key}"`) };
}

/** Returns each value of a document as its path and the kind of the value. */
function kindsIn(value: unknown, path = ''): string[] {
  if (value instanceof Float || !isObject(value)) return [`${path} ${kindOf(value)}`];
  if (Array.isArray(value))
    return value.length === 0 ? [`${path} []`] : value.flatMap((item) => kindsIn(item, `${path}/*`));
  const keys = isMapping(value) ? Object.keys(value) : [];
  const inner = isMapping(value) ? keys.flatMap((key) => kindsIn(value[key], `${path}/${key}`)) : [];
  return path === '' ? inner : [`${path} {${keys.join(', ')}}`, ...inner];
}

function kindOf(value: unknown): string {
  if (value instanceof Float) return 'a float';
  if (typeof value === 'string') return `"${outlineOf(value)}"`;
  if (typeof value !== 'number') return String(value);
  return `${value < 0 ? 'a negative' : 'an'} ${Number.isInteger(value) ? 'integer' : 'fraction'}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
