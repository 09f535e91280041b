import type { Command } from 'commander';

/** The choice of the flags; undefined where neither is given. */
let chosen: boolean | undefined;

/** Lets every command take `--color` and `--no-color`. */
export function takesColorFlags(program: Command): void {
  program
    .option('--color', 'print in colours, also where the output is no terminal')
    .option('--no-color', 'print without colours (default: colours on a terminal, unless NO_COLOR is set)')
    .hook('preAction', () => {
      chosen = program.opts<{ color?: boolean }>().color;
    });
}

/**
 * Returns whether to print in colours: as the flags say, or else NO_COLOR and FORCE_COLOR; otherwise on a terminal.
 */
export function wantsColors(isScreen: boolean): boolean {
  const { NO_COLOR = '', FORCE_COLOR } = process.env;
  if (chosen !== undefined) return chosen;
  if (NO_COLOR !== '' || FORCE_COLOR === '0' || FORCE_COLOR === 'false') return false;
  return FORCE_COLOR !== undefined || isScreen;
}
