import type { Argument, Command, Option } from 'commander';

/** What is being typed: a value of an option or an argument of a command, or another word, such as a flag. */
export type Typed =
  | { readonly kind: 'option'; readonly option: Option; readonly command: Command }
  | { readonly kind: 'argument'; readonly argument: Argument; readonly command: Command }
  /** A word of the program that is asked, behind `--`. */
  | { readonly kind: 'program' }
  | { readonly kind: 'other' };

/** Tells what the last of the words is. It may be empty: the user has begun nothing yet. */
export function typedAt(program: Command, words: readonly string[]): Typed {
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? '';
  if (before.includes('--')) return { kind: 'program' };
  let command = program;
  let option: Option | undefined;
  let given = 0;
  for (const word of before) {
    if (word.startsWith('-')) option = valued(optionOf(program, command, word));
    else if (option !== undefined) option = option.variadic ? option : undefined;
    else {
      const inner = command.commands.find((each) => each.name() === word);
      if (inner === undefined) given += 1;
      else command = inner;
    }
  }
  if (current.startsWith('-')) return { kind: 'other' };
  if (option !== undefined) return { kind: 'option', option, command };
  const { registeredArguments: all } = command;
  const argument = all[given] ?? (all.at(-1)?.variadic === true ? all.at(-1) : undefined);
  return argument === undefined ? { kind: 'other' } : { kind: 'argument', argument, command };
}

function optionOf(program: Command, command: Command, word: string): Option | undefined {
  return [...command.options, ...program.options].find(({ long, short }) => long === word || short === word);
}

/** Returns an option if a value may follow it. */
function valued(option: Option | undefined): Option | undefined {
  return option?.required === true || option?.optional === true ? option : undefined;
}
