/** The end of a child. `reason` is set when the child could not be started. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  readonly reason?: string;
}

/** Says in words why a program did not start; `code` is the system's, such as `ENOENT`. */
export function whyNotStarted(code: string, program: string): string {
  switch (code) {
    case 'ENOENT':
      return `there is no program ${program}`;
    case 'EACCES':
      return `${program} is not executable`;
    case 'ENOTDIR':
      return `${program} is below a file`;
    default:
      return `spawn ${program} ${code}`;
  }
}
