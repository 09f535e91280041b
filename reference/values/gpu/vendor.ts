import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import { describe } from '../../document/describe.ts';
import type { Tracer } from '../../fields/origin.ts';
import { rejectUnknown, type Rejection } from '../../document/violation.ts';

/** The vendors that an edition knows. */
export interface Vendors<Vendor extends string> {
  /** Each vendor by each word for it, in lower case. */
  readonly words: ReadonlyMap<string, Vendor>;
  /** Broken by any other word. */
  readonly requirement: RequirementId;
  /** The requirements behind words that are another name for a vendor. */
  readonly aliases: ReadonlyMap<string, RequirementId>;
  /** The vendors, for messages. */
  readonly known: string;
}

/** Reads the `vendor` of the object. */
export function readVendor<Vendor extends string>(
  vendors: Vendors<Vendor>,
  value: unknown,
  trace?: Tracer,
): Vendor | Rejection {
  const vendor = typeof value === 'string' ? vendorOfWord(vendors, value, trace) : undefined;
  return (
    vendor ??
    rejectUnknown(vendors.requirement, `expected ${vendors.known}, not ${describe(value)}`, [
      ...vendors.words.keys(),
    ])
  );
}

/**
 * Returns the vendor that a word names.
 * gpu/vendor-case: The vendor's case means nothing.
 */
export function vendorOfWord<Vendor extends string>(
  { words, aliases }: Vendors<Vendor>,
  word: string,
  trace?: Tracer,
): Vendor | undefined {
  const lower = word.toLowerCase();
  const vendor = words.get(lower);
  if (vendor === undefined || trace === undefined) return vendor;
  if (lower !== word) trace.rule('gpu/vendor-case');
  const alias = aliases.get(lower);
  if (alias !== undefined) trace.rule(alias);
  return vendor;
}
