import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** The schemas that others refer to. */
const USED_BY: ReadonlyMap<string, readonly string[]> = new Map([['report', ['event-log']]]);
/** Keywords that only editors read: words for a wrong value, and what completion offers. */
const FOR_EDITORS = ['errorMessage', 'deprecationMessage', 'defaultSnippets', 'doNotSuggest'];

/** The compiled schemas. Each is compiled on first use. They are for the generator and the tests. */
const compiled = new Map<string, ValidateFunction>();

/**
 * Returns the violations of a schema in a value, one line each, or none if it is valid. `name` is that of a file in
 * `spec/schemas`, or the folder of an edition, a slash, and the name of one of the edition's schemas.
 */
export function schemaErrors(name: string, value: unknown): string[] {
  const validate = validatorOf(name);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    (each) => `${each.instancePath || '(the whole)'}: ${each.message ?? ''}`,
  );
}

export function readSchema(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(schemaUrl(name), 'utf8')) as Record<string, unknown>;
}

export function schemaUrl(name: string): URL {
  const [file = '', edition] = name.split('/').reverse();
  const folder = edition === undefined ? 'schemas' : `editions/${edition}/schemas`;
  return new URL(`${folder}/${file}.schema.json`, import.meta.url);
}

function validatorOf(name: string): ValidateFunction {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });
  const others = USED_BY.get(name) ?? [];
  for (const other of others) ajv.addSchema(readSchema(other));
  ajv.addVocabulary(FOR_EDITORS);
  const validate = ajv.compile(readSchema(name));
  compiled.set(name, validate);
  return validate;
}
