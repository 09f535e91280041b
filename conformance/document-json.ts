import { Float } from '../reference/float.ts';

/**
 * A document as JSON text that loses nothing: a float without a fraction keeps its `.0`, and integers keep all their
 * digits. Undefined for what JSON can't hold: dates, sets, bytes, infinities.
 */
export function documentJson(document: unknown): string | undefined {
  if (document instanceof Float) return floatText(document.value);
  if (typeof document === 'bigint') return document.toString();
  if (typeof document === 'number') return Number.isFinite(document) ? JSON.stringify(document) : undefined;
  if (Array.isArray(document))
    return joined(
      document.map((item) => documentJson(item)),
      '[',
      ']',
    );
  if (typeof document === 'object' && document !== null) {
    const isPlain = Object.getPrototypeOf(document) === Object.prototype;
    return isPlain
      ? joined(
          Object.entries(document).map(([key, value]) => entry(key, value)),
          '{',
          '}',
        )
      : undefined;
  }
  return typeof document === 'undefined' ? undefined : JSON.stringify(document);
}

function entry(key: string, value: unknown): string | undefined {
  const text = documentJson(value);
  return text === undefined ? undefined : `${JSON.stringify(key)}:${text}`;
}

function joined(parts: readonly (string | undefined)[], open: string, close: string): string | undefined {
  return parts.includes(undefined) ? undefined : open + parts.join(',') + close;
}

function floatText(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  const text = JSON.stringify(value);
  return /[.e]/.test(text) ? text : `${Object.is(value, -0) ? '-0' : text}.0`;
}
