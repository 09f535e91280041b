/** The greatest number of generated cases, because all cases of a certificate are kept in memory until its end. */
export const MOST_GENERATED = 200_000;
