import type { Vendor } from '../meaning/gpu.ts';
import type { Pen } from '../choices/pen.ts';

/**
 * gpu/vendor-tpu: `tpu` is an alias of google.
 * gpu/vendor-case: The vendor's case means nothing.
 */
export function spellVendor(vendor: Vendor, pen: Pen): string {
  const word = vendor === 'google' && pen.way(2, 2) === 1 ? aliasOfGoogle(pen) : vendor;
  if (!pen.strays(4)) return word;
  pen.note('gpu/vendor-case');
  return pen.source.below(2) === 0 ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}

function aliasOfGoogle(pen: Pen): string {
  pen.note('gpu/vendor-tpu');
  return 'tpu';
}
