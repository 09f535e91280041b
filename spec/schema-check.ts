import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** The schemas of the edition, for documents and for normal forms. All others are in `spec/schemas`. */
const OF_THE_EDITION: ReadonlySet<string> = new Set(['task', 'normal-form']);

/** The compiled schemas. Each is compiled on first use. They are for the generator and the tests. */
const compiled = new Map<string, ValidateFunction>();

/** Returns the violations of `<name>.schema.json` in a value, one line each, or none if it is valid. */
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
  const folder = OF_THE_EDITION.has(name) ? 'editions/dstack-0.18.42/schemas' : 'schemas';
  return new URL(`${folder}/${name}.schema.json`, import.meta.url);
}

function validatorOf(name: string): ValidateFunction {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });
  const validate = ajv.compile(readSchema(name));
  compiled.set(name, validate);
  return validate;
}
