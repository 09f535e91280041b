import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** Schemas of `spec/schemas`, compiled when first asked for. For the generator and the tests. */
const compiled = new Map<string, ValidateFunction>();

/** The violations of `schemas/<name>.schema.json` in a value, one line each; none if it is valid. */
export function schemaErrors(name: string, value: unknown): string[] {
  const validate = validatorOf(name);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    (each) => `${each.instancePath || '(the whole)'}: ${each.message ?? ''}`,
  );
}

export function readSchema(name: string): Record<string, unknown> {
  const text = readFileSync(new URL(`schemas/${name}.schema.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

function validatorOf(name: string): ValidateFunction {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });
  const validate = ajv.compile(readSchema(name));
  compiled.set(name, validate);
  return validate;
}
