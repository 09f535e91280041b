import { InvalidArgumentError, Option } from 'commander';
import { findEdition } from '../../editions/find-edition.ts';
import { EDITIONS, READABLE, type Register } from '../../editions/register.ts';
import type { Readable, Registered } from '../../edition.ts';

/** The edition that a command is about. It is loaded by the command's own code. */
export interface EditionFlag {
  readonly edition: Registered;
}

/** The same for a command that only reads documents. */
export interface ReadableEditionFlag {
  readonly edition: Readable;
}

const HELP = 'the edition of the page, by its id or its version';

/** The flag of commands that are always about one edition. */
export function editionOption(): Option {
  const [first] = EDITIONS;
  return anyEditionOption(HELP).default(first, first.id);
}

/** The flag of commands that only read documents. An edition without generators can be chosen too. */
export function readableEditionOption(): Option {
  const [first] = READABLE;
  return new Option('--edition <id>', HELP).argParser(readReadable).default(first, first.id);
}

/** The flag of commands that take the edition from what they read, and may be limited to one. */
export function anyEditionOption(help: string, editions = EDITIONS, readable = READABLE): Option {
  return new Option('--edition <id>', help).argParser((name) => readEdition(name, editions, readable));
}

function readEdition(name: string, editions: Register, readables: typeof READABLE): Registered {
  const found = findEdition(editions, name);
  if (found.kind === 'found') return found.edition;
  const readable = findEdition(readables, name);
  const reason =
    readable.kind === 'found'
      ? `files of ${readable.edition.id} can be read, and no cases can be made for it yet`
      : found.reason;
  throw new InvalidArgumentError(`${reason}.`);
}

function readReadable(name: string): Readable {
  const found = findEdition(READABLE, name);
  if (found.kind === 'unknown') throw new InvalidArgumentError(`${found.reason}.`);
  return found.edition;
}
