import type { GpuRules } from '../meaning/gpu.ts';
import type { Pen } from '../choices/pen.ts';

/**
 * Writes a vendor, or an alias of it.
 * gpu/vendor-case: The vendor's case means nothing.
 */
export function spellVendor<V extends string>(vendor: V, pen: Pen, { aliases }: GpuRules<V>): string {
  const alias = aliases.get(vendor);
  const isAlias = alias !== undefined && pen.way(alias.isDocumented ? 2 : 1, 2) === 1;
  if (isAlias) pen.note(alias.requirement);
  const word = isAlias ? alias.word : vendor;
  if (!pen.strays(4)) return word;
  pen.note('gpu/vendor-case');
  return pen.source.below(2) === 0 ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}
