/**
 * Integers at the limits of 32 bits, signed and unsigned, and the highest integer of all. Larger ones are not
 * generated, because many languages read other digits beyond 2^53−1.
 */
export const WIDE_INTEGERS = [
  2_147_483_647, 2_147_483_648, 4_294_967_295, 4_294_967_296, 9_007_199_254_740_991,
] as const;

/** Integers at the lower limit of 32 bits, and the lowest integer of all. */
export const WIDE_NEGATIVE_INTEGERS = [-2_147_483_648, -2_147_483_649, -9_007_199_254_740_991] as const;
