import { InvalidArgumentError, Option } from 'commander';
import { findEdition } from '../../editions/find-edition.ts';
import { EDITIONS } from '../../editions/register.ts';
import type { Registered } from '../../edition.ts';

/** The edition that a command is about. It is loaded by the command's own code. */
export interface EditionFlag {
  readonly edition: Registered;
}

/** The flag of commands that are always about one edition. */
export function editionOption(): Option {
  const [first] = EDITIONS;
  return anyEditionOption('the edition of the page, by its id or its version').default(first, first.id);
}

/** The flag of commands that take the edition from what they read, and may be limited to one. */
export function anyEditionOption(help: string): Option {
  return new Option('--edition <id>', help).argParser(readEdition);
}

function readEdition(name: string): Registered {
  const found = findEdition(EDITIONS, name);
  if (found.kind === 'unknown') throw new InvalidArgumentError(`${found.reason}.`);
  return found.edition;
}
