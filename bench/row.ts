/** One figure of a benchmark, and the bounds that the design sets for it. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly budget?: { readonly min?: number; readonly max?: number };
}
