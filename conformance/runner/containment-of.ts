import { containment, fallback, type Containment } from '../process/supervisor.ts';
import type { Mode } from './implementation.ts';

/** Returns the means by which the descendants of a program are ended, or null for a function in this process. */
export function containmentOf(mode: Mode): Containment | null {
  switch (mode) {
    case 'protocol':
      return containment();
    case 'plain':
      // A supervisor for each document would cost more than most programs do.
      return fallback();
    case 'in-process':
      return null;
  }
}
