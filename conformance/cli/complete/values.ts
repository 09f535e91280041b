import type { Readable } from '../../edition.ts';
import { declarableNames } from '../../declared/declared-fields.ts';
import { findEdition } from '../../editions/find-edition.ts';
import { EDITIONS, READABLE } from '../../editions/register.ts';
import { LANGUAGES } from '../../init/language.ts';
import type { Typed } from './words.ts';

/** Names that may be typed: a list, or those of files. */
export type Values =
  { readonly kind: 'files' } | { readonly kind: 'names'; readonly names: readonly string[] };

const FILES: Values = { kind: 'files' };
const NOTHING: Values = names();

/** Placeholders of options and arguments that are files or folders. */
const OF_FILES: ReadonlySet<string> = new Set([
  'file',
  'files',
  'dir',
  'dirs',
  'certificate',
  'key',
  'folder',
  'folders',
  'log',
  'logs',
  'path',
  'paths',
]);

/** Returns the values that may be typed there; nothing where the names are few and stand in the help. */
export async function valuesOf(typed: Typed, words: readonly string[]): Promise<Values | undefined> {
  switch (typed.kind) {
    case 'program':
      return FILES;
    case 'option': {
      const [placeholder = ''] = /[\w-]+(?=(?:\.\.\.)?[>\]]$)/.exec(typed.option.flags) ?? [];
      if (typed.option.argChoices !== undefined) return undefined;
      return (
        (await namesFor(typed.option.long ?? '', words)) ?? (OF_FILES.has(placeholder) ? FILES : NOTHING)
      );
    }
    case 'argument': {
      const { argument, command } = typed;
      if (OF_FILES.has(argument.name())) return FILES;
      if (command.name() === 'help')
        return names(...(command.parent?.commands ?? []).map((each) => each.name()));
      return namesFor(`${command.name()} ${argument.name()}`, words);
    }
    case 'other':
      return undefined;
  }
}

/** Returns the names for a flag or an argument that takes names of ours. */
async function namesFor(place: string, words: readonly string[]): Promise<Values | undefined> {
  switch (place) {
    case '--edition':
      return names(...READABLE.map(({ id }) => id));
    case '--topic':
      return names(...(await specIn(words)).topics.map(({ topic }) => topic));
    case '--requirement':
      return names(...(await specIn(words)).requirements.map(({ id }) => id));
    case 'spec id': {
      const { topics, requirements } = await specIn(words);
      return names(...topics.map(({ topic }) => topic), ...requirements.map(({ id }) => id));
    }
    case '--fields': {
      const found = findEdition(EDITIONS, namedEdition(words));
      const [first] = EDITIONS;
      const { grammar } = await (found.kind === 'found' ? found.edition : first).load();
      return names(...declarableNames(grammar.fields));
    }
    case 'init language':
      return names(...LANGUAGES);
    case 'complete shell':
      return names('bash', 'zsh', 'fish', 'powershell');
    default:
      return undefined;
  }
}

async function specIn(words: readonly string[]): ReturnType<Readable['loadSpec']> {
  const found = findEdition(READABLE, namedEdition(words));
  const [first] = READABLE;
  return (found.kind === 'found' ? found.edition : first).loadSpec();
}

function namedEdition(words: readonly string[]): string | undefined {
  const at = words.indexOf('--edition');
  return at < 0 ? undefined : words[at + 1];
}

function names(...list: readonly string[]): Values {
  return { kind: 'names', names: list };
}
