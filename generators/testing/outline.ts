/**
 * Returns the outline of a text: every run of digits becomes `0` and every word `a`, so `80GB .. 1TB` looks like `8GB
 * .. 16GB`.
 */
export function outlineOf(text: string): string {
  return text.replaceAll(/\d+/g, '0').replaceAll(/\p{L}+/gu, 'a');
}
