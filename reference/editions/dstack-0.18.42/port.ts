import { PYDANTIC_1 } from '../../coercion/pydantic-1/pydantic-1.ts';
import { Binary } from '../../document/foreign.ts';
import type { PortRules } from '../../values/port.ts';

/** Ports of this edition. */
export const PORT_RULES: PortRules = {
  // The highest port that the release accepts is one more than TCP's highest.
  // ports/range: A port is between 1 and 65536.
  highest: 65_536,
  range: 'ports/range',
  textOf,
  alone: PYDANTIC_1.integerOf,
};

/**
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 * Binary data is a text.
 */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Binary ? value.text : undefined;
}
