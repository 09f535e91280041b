/**
 * Returns the shortest decimal that reads back as the same number, without an exponent. The number must be below 1e21.
 */
export function decimal(value: number): string {
  const shortest = `${value}`;
  if (!shortest.includes('e-')) return shortest;
  const [digits = '', exponent] = shortest.split('e-');
  const negative = digits.startsWith('-');
  const significant = digits.replace(/[-.]/g, '');
  return `${negative ? '-' : ''}0.${significant.padStart(Number(exponent) - 1 + significant.length, '0')}`;
}
