/** What a text looks like: every run of digits is `0` and every word is `a`, so `80GB .. 1TB` looks like `8GB .. 16GB`. */
export function outlineOf(text: string): string {
  return text.replaceAll(/\d+/g, '0').replaceAll(/\p{L}+/gu, 'a');
}
