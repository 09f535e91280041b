import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Fault, Grammar } from './fault.ts';
import { sizeIn } from './memory.ts';
import { integerIn, type Numeral } from './numeral.ts';

/** The grammar of `cpu` and `gpu.count`. */
export const countRangeFault = rangeFault(integerIn, 'integer/other');

/** The grammar of `memory`, `disk` and `gpu.memory`. */
export const memoryRangeFault = rangeFault(sizeIn, 'memory/unit');

/** Makes the grammar of a range. A text without `..` that is no valid end breaks `alone`. */
function rangeFault(endIn: (text: string) => Numeral, alone: RequirementId): Grammar {
  return (text) => {
    if (text.includes('..')) return faultOfEnds(text.replaceAll(' ', '').split('..'), endIn);
    return endIn(text) === 'none' ? alone : undefined;
  };
}

/**
 * range/two-ends: A range's text has one `..`, and what stands around it are valid ends.
 * range/bounded: A range has at least one end.
 * range/order: The lower end is not above the upper end.
 */
function faultOfEnds(ends: readonly string[], endIn: (text: string) => Numeral): Fault {
  const [from = '', to = '', ...more] = ends;
  if (more.length > 0) return 'range/two-ends';
  if (from === '' && to === '') return 'range/bounded';
  const min = from === '' ? -Infinity : endIn(from);
  const max = to === '' ? Infinity : endIn(to);
  if (min === 'unclear' || max === 'unclear') return undefined;
  if (min === 'none' || max === 'none') return 'range/two-ends';
  return min > max ? 'range/order' : undefined;
}
