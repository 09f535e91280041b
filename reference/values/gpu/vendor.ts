import type { NormalGpu } from '../../../spec/values.ts';
import { describe } from '../../document/describe.ts';
import type { Tracer } from '../../fields/origin.ts';
import { rejectUnknown, type Rejection } from '../../document/violation.ts';

type Vendor = NonNullable<NormalGpu['vendor']>;

const VENDORS: ReadonlyMap<string, Vendor> = new Map([
  ['nvidia', 'nvidia'],
  ['amd', 'amd'],
  ['google', 'google'],
  ['tpu', 'google'],
  ['intel', 'intel'],
]);

const WORDS = [...VENDORS.keys()];

/** gpu/vendor: `vendor` is one of nvidia, amd, google and intel. */
export function readVendor(value: unknown, trace?: Tracer): Vendor | Rejection {
  const vendor = typeof value === 'string' ? vendorOfWord(value, trace) : undefined;
  return (
    vendor ??
    rejectUnknown(
      'gpu/vendor',
      `expected nvidia, amd, google (or tpu) or intel, not ${describe(value)}`,
      WORDS,
    )
  );
}

/**
 * Returns the vendor that a word names.
 * gpu/vendor-case: The vendor's case means nothing.
 * gpu/vendor-tpu: `tpu` is an alias of google.
 */
export function vendorOfWord(word: string, trace?: Tracer): Vendor | undefined {
  const lower = word.toLowerCase();
  const vendor = VENDORS.get(lower);
  if (vendor !== undefined && lower !== word) trace?.rule('gpu/vendor-case');
  if (vendor !== undefined && lower === 'tpu') trace?.rule('gpu/vendor-tpu');
  return vendor;
}
