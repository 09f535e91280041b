import { Float } from './float.ts';
import { decimalText } from './numeral.ts';
import { isMapping } from './is-mapping.ts';

/**
 * Writes a document as compact JSON that `readJson` reads back as the same document: `1.0` keeps its fraction, an
 * integer all its digits. Returns `undefined` for a document that JSON can't hold: one with dates, sets or infinities.
 */
export function documentJson(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
    case 'bigint':
      return value.toString();
    case 'number':
      return Number.isFinite(value) ? String(value) : undefined;
    case 'object':
      return objectJson(value);
    default:
      return undefined;
  }
}

function objectJson(value: object | null): string | undefined {
  if (value === null) return 'null';
  if (value instanceof Float) return floatJson(value.value);
  if (Array.isArray(value)) return listJson(value);
  return isMapping(value) ? mappingJson(value) : undefined;
}

/** Writes a float with a fraction, because the fraction is how a reader tells it from an integer. */
function floatJson(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  return `${Object.is(value, -0) ? '-0' : decimalText(value)}.0`;
}

function listJson(items: readonly unknown[]): string | undefined {
  const parts = items.map(documentJson);
  return parts.includes(undefined) ? undefined : `[${parts.join(',')}]`;
}

function mappingJson(mapping: Readonly<Record<string, unknown>>): string | undefined {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(mapping)) {
    const part = documentJson(value);
    if (part === undefined) return undefined;
    parts.push(`${JSON.stringify(key)}:${part}`);
  }
  return `{${parts.join(',')}}`;
}
