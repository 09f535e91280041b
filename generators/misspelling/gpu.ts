import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { onlyFault, type Fault } from './fault.ts';
import { integerIn } from './numeral.ts';
import { countRangeFault, memoryRangeFault } from './range.ts';

/**
 * gpu/vendor: `vendor` is one of nvidia, amd, google and intel.
 * gpu/vendor-tpu: `tpu` is an alias of google.
 */
const VENDORS: ReadonlySet<string> = new Set(['nvidia', 'amd', 'google', 'intel', 'tpu']);

/** gpu/vendor-case: The vendor's case means nothing. */
export function vendorFault(text: string): Fault {
  return VENDORS.has(text.toLowerCase()) ? undefined : 'gpu/vendor';
}

/** Matches the separators of ASCII at the ends of a text, among blanks. */
const SEPARATORS = new RegExp(String.raw`^[\t-\r\x1c- ]+|[\t-\r\x1c- ]+$`, 'g');

/** gpu/compute_capability-format: A compute capability has a major and a minor integer. */
export function computeCapabilityFault(text: string): Fault {
  // Python's `strip` drops these four separators too, which are no blanks around an integer.
  const parts = text.replaceAll(SEPARATORS, '').split('.').map(integerIn);
  if (parts.includes('unclear')) return undefined;
  return parts.length === 2 && !parts.includes('none') ? undefined : 'gpu/compute_capability-format';
}

/** Reads the text of a GPU. Its parts are distinguished by their first character and by their units. */
export function gpuTextFault(text: string): Fault {
  // gpu/text-spaces: Spaces in the text mean nothing.
  const parts = text.replaceAll(' ', '').split(':');
  const kinds = parts.map(kindOf);
  const faults: RequirementId[] = parts.flatMap((part, index) => faultOfPart(part, kinds[index]) ?? []);
  // gpu/text-once: In text, each kind of part stands once.
  const given = kinds.filter((kind) => kind !== 'empty');
  if (new Set(given).size < given.length) faults.push('gpu/text-once');
  return onlyFault(faults);
}

type Kind = 'empty' | 'vendor' | 'names' | 'memory' | 'count';

/**
 * gpu/text-vendor: In text, a part that is a vendor's name, in any case, is the vendor.
 * gpu/text-name: In text, a part that begins with a letter is a name.
 * gpu/text-memory: In text, a part with a unit is the memory.
 * gpu/text-count: In text, a number is the count.
 */
function kindOf(part: string): Kind {
  if (part === '') return 'empty';
  if (VENDORS.has(part.toLowerCase())) return 'vendor';
  if (/^\p{L}/u.test(part)) return 'names';
  return /\p{L}/u.test(part) ? 'memory' : 'count';
}

/**
 * gpu/text-empty-part: In text, no part is empty.
 * gpu/text-names: In text, names are separated by commas, and none is empty.
 */
function faultOfPart(part: string, kind: Kind | undefined): Fault {
  switch (kind) {
    case 'empty':
      return 'gpu/text-empty-part';
    case 'names':
      return part.split(',').includes('') ? 'gpu/text-names' : undefined;
    case 'memory':
      return memoryRangeFault(part);
    case 'count':
      return countRangeFault(part);
    case 'vendor':
    case undefined:
      return undefined;
  }
}
