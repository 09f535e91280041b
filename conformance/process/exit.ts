/** The end of a child. `reason` is set when the child could not be started. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  readonly reason?: string;
}
