import { visible } from '../../../reports/visible.ts';

/** Prints messages on standard error, each on one line. They may hold text from outside. */
export function complain(...messages: readonly string[]): void {
  for (const message of messages) process.stderr.write(`${visible(message)}\n`);
}
