import type { Tracer } from '../../fields/origin.ts';
import { integerFromText } from '../../document/numeral.ts';
import type { PortRules } from '../../values/port.ts';

/** Ports of this edition. */
export const PORT_RULES: PortRules = {
  // ports/range-of-tcp: A port is between 1 and 65535.
  highest: 65_535,
  range: 'ports/range-of-tcp',
  textOf: (value) => (typeof value === 'string' ? value : undefined),
  alone,
};

const DIGITS = /^[0-9]+\n?$/;

/**
 * Reads a port that stands alone. In text it is digits, without blanks or a sign.
 * ports/line-break-alone: A line break after a port in text means nothing.
 * integer/from-boolean: A boolean where an integer is expected is 1 or 0.
 */
function alone(value: unknown, trace?: Tracer): number | undefined {
  switch (typeof value) {
    case 'string':
      if (!DIGITS.test(value)) return undefined;
      if (value.endsWith('\n')) trace?.rule('ports/line-break-alone');
      return integerFromText(value);
    case 'boolean':
      trace?.rule('integer/from-boolean');
      return value ? 1 : 0;
    case 'number':
      return Number.isInteger(value) ? value : undefined;
    case 'bigint':
      return Number(value);
    default:
      return undefined;
  }
}
