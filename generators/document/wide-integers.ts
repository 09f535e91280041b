/**
 * Integers that 32 bits, signed or not, just hold or no longer hold, and the highest one of all: beyond 2^53−1 many
 * languages read other digits, so nothing there is generated.
 */
export const WIDE_INTEGERS = [
  2_147_483_647, 2_147_483_648, 4_294_967_295, 4_294_967_296, 9_007_199_254_740_991,
] as const;

/** The same below zero, at the bounds of signed integers. */
export const WIDE_NEGATIVE_INTEGERS = [-2_147_483_648, -2_147_483_649, -9_007_199_254_740_991] as const;
