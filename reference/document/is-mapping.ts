import { Float } from './float.ts';
import { Binary, Foreign, YamlSet } from './foreign.ts';

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(
    value instanceof Float ||
    value instanceof Foreign ||
    value instanceof YamlSet ||
    value instanceof Binary
  );
}
