import { dirname, join } from 'node:path';
import { CommanderError, type Command } from 'commander';
import type { ConfigurationFile } from '../../../spec/generated/configuration-file.ts';
import { readConfiguration, type ConfigurationError } from '../../configuration/configuration-file.ts';
import { errorText } from '../../error-text.ts';
import { readUtf8 } from '../../files/utf8.ts';
import { EXIT_USAGE } from '../../judge/grade.ts';
import { complain } from '../terminal/complain.ts';
import { colorsFor, renderCaret } from '../terminal/excerpt.ts';

/** Gives a command what a configuration file says and no flag does. Throws an exception of commander if it is wrong. */
export async function configure(command: Command, file: string): Promise<void> {
  const text = await textOf(file);
  const reading = readConfiguration(text);
  if (reading.kind === 'refused') return refuse(file, text, reading.errors);
  const configuration = located(reading.configuration, dirname(file));
  command.setOptionValueWithSource('configuration', configuration, 'config');
  // By name, so a baseline comes before the grade that counts for nothing beside it.
  for (const [key, value] of Object.entries(configuration).sort()) {
    const why = take(command, key, value);
    if (why !== undefined) return refuse(file, text, [{ ...reading.placeOf(key), message: why }]);
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readUtf8(file);
  } catch (error) {
    complain(`the configuration can't be read: ${file}: ${errorText(error)}`);
    throw refusal();
  }
}

/** Paths are relative to the folder of the file. */
function located(configuration: ConfigurationFile, folder: string): ConfigurationFile {
  const { baseline, corpus, watch } = configuration;
  return {
    ...configuration,
    ...(baseline === undefined ? {} : { baseline: join(folder, baseline) }),
    ...(corpus === undefined ? {} : { corpus: join(folder, corpus) }),
    ...(watch === undefined ? {} : { watch: watch.map((path) => join(folder, path)) }),
  };
}

/** Keys that are no values of flags: those about the program, and what --watch watches where it is given alone. */
const NO_FLAGS: ReadonlySet<string> = new Set(['command', 'plain', 'verdicts', 'watch']);

/** Options of which only one can be given. */
const RIVALS: ReadonlyMap<string, string> = new Map([
  ['baseline', 'require'],
  ['require', 'baseline'],
]);

/** Takes a value for the option of that name, if the command has one. Returns why the value is wrong, if it is. */
function take(command: Command, key: string, value: unknown): string | undefined {
  const option = command.options.find(({ long }) => long === `--${key}`);
  if (option === undefined || NO_FLAGS.has(key)) return undefined;
  const name = option.attributeName();
  const source = command.getOptionValueSource(name);
  const rival: unknown = command.getOptionValue(RIVALS.get(name) ?? '');
  // Commands that take finds of any edition are not limited to one by the file.
  const isMeant = key === 'edition' ? source === 'default' : source === undefined || source === 'default';
  if (!isMeant || rival !== undefined) return undefined;
  try {
    const read: unknown = option.parseArg?.<unknown>(String(value), undefined);
    command.setOptionValueWithSource(name, option.parseArg === undefined ? value : read, 'config');
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.message;
  }
}

function refuse(file: string, text: string, errors: readonly ConfigurationError[]): never {
  const lines = text.split('\n');
  const colors = colorsFor(process.stderr);
  for (const { line, column, message } of errors) {
    complain(`${file}:${line}:${column}: ${message}`);
    const source = lines[line - 1] ?? '';
    if (source.trim() !== '') process.stderr.write(`${renderCaret(source, line, column, colors)}\n`);
  }
  throw refusal();
}

/** The exception that ends the program for wrong usage. What is wrong has been printed. */
function refusal(): CommanderError {
  return new CommanderError(EXIT_USAGE, 'dstack-conformance.configuration', '');
}
