import { interpretReading } from '../../reference/interpret-text.ts';
import { warningsOf, type Warning } from '../../reference/warnings.ts';
import type { Verdict } from '../../reference/interpret.ts';
import { goldenPath } from './find-sources.ts';
import { levelIn } from '../../spec/level.ts';
import type { Interpreter } from '../edition.ts';
import { prettyJson } from '../files/pretty.ts';
import { readDocument, readSource } from '../files/source-file.ts';
import { faultText } from '../files/utf8.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';

/** The golden file that a source file should have, or the reason why it has none. */
export type Golden =
  | {
      readonly kind: 'task';
      readonly source: string;
      readonly path: string;
      readonly text: string;
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: 'not-a-task'; readonly source: string; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly source: string; readonly reason: string };

/** Returns the content that a source's golden file should have by the interpreter of an edition. */
export async function goldenOf(interpreter: Interpreter, path: string): Promise<Golden> {
  const source = await readSource(path);
  if (source.kind === 'unreadable') return { kind: 'unreadable', source: path, reason: source.reason };
  if (source.kind === 'not-utf8')
    return { kind: 'unreadable', source: path, reason: faultText(source.fault) };
  const reading = readDocument(source);
  const other = reading.kind === 'read' ? otherType(interpreter, reading.document) : undefined;
  if (other !== undefined) return { kind: 'not-a-task', source: path, reason: `its type is ${other}` };
  return {
    kind: 'task',
    source: path,
    path: goldenPath(path),
    text: goldenText(interpreter, interpretReading(interpreter.language, reading)),
    warnings: reading.kind === 'read' ? warningsOf(interpreter.language, reading) : [],
  };
}

/** Returns the type of a document that says another type than that of the edition, whose id ends with it. */
function otherType({ id, language }: Interpreter, document: unknown): string | undefined {
  if (!isMapping(document)) return undefined;
  const type = document[language.otherPages.field];
  return typeof type !== 'string' || id.endsWith(`/${type}`) ? undefined : type;
}

/** Writes a verdict without its messages, because a later release may word them better without a change of meaning. */
function goldenText({ levels }: Interpreter, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'accepted':
      return prettyJson({ accepted: verdict.normal });
    case 'rejected':
      return prettyJson({
        rejected: verdict.violations.map(({ requirement, path }) => ({
          requirement,
          level: levelIn(levels, requirement),
          path,
        })),
      });
    default:
      return verdict satisfies never;
  }
}
