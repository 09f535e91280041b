import { interpretReading } from '../../reference/interpret-text.ts';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Verdict } from '../../reference/interpret.ts';
import { levelIn } from '../../spec/level.ts';
import type { Edition } from '../edition.ts';
import { errorText } from '../error-text.ts';
import { prettyJson } from '../files/pretty.ts';
import { readDocument, readSource } from '../files/source-file.ts';
import { faultText } from '../files/utf8.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';

const SOURCE = /\.dstack\.ya?ml$/;

/** The golden file that a source file should have, or the reason why it has none. */
export type Golden =
  | { readonly kind: 'task'; readonly source: string; readonly path: string; readonly text: string }
  | { readonly kind: 'not-a-task'; readonly source: string; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly source: string; readonly reason: string };

/** Returns the path of a source's golden file: `train.golden.json` for `train.dstack.yml`. */
export function goldenPath(source: string): string {
  return source.replace(SOURCE, '.golden.json');
}

/**
 * Returns all `*.dstack.yml` and `*.dstack.yaml` files below a folder, sorted by name, or the reason why it can't be
 * read. The path may also be one such file.
 */
export async function findSources(folder: string): Promise<readonly string[] | string> {
  try {
    if ((await stat(folder)).isFile())
      return SOURCE.test(folder) ? [folder] : 'its name does not end in .dstack.yml';
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.split(/[\\/]/).includes('node_modules'))
      .sort();
  } catch (error) {
    return errorText(error);
  }
}

/** Returns the content that a source's golden file should have by the reference of an edition. */
export async function goldenOf(edition: Edition, path: string): Promise<Golden> {
  const source = await readSource(path);
  if (source.kind === 'unreadable') return { kind: 'unreadable', source: path, reason: source.reason };
  if (source.kind === 'not-utf8')
    return { kind: 'unreadable', source: path, reason: faultText(source.fault) };
  const reading = readDocument(source);
  const other = reading.kind === 'read' ? otherType(edition, reading.document) : undefined;
  if (other !== undefined) return { kind: 'not-a-task', source: path, reason: `its type is ${other}` };
  return {
    kind: 'task',
    source: path,
    path: goldenPath(path),
    text: goldenText(edition, interpretReading(edition.language, reading)),
  };
}

/** Returns the type of a document that says another type than that of the edition, whose id ends with it. */
function otherType({ id, language }: Edition, document: unknown): string | undefined {
  if (!isMapping(document)) return undefined;
  const type = document[language.otherPages.field];
  return typeof type !== 'string' || id.endsWith(`/${type}`) ? undefined : type;
}

/** Writes a verdict without its messages, because a later release may word them better without a change of meaning. */
function goldenText({ spec }: Edition, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'accepted':
      return prettyJson({ accepted: verdict.normal });
    case 'rejected':
      return prettyJson({
        rejected: verdict.violations.map(({ requirement, path }) => ({
          requirement,
          level: levelIn(spec.levels, requirement),
          path,
        })),
      });
    default:
      return verdict satisfies never;
  }
}
