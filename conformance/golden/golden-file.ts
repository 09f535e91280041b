import { interpretReading } from '../../reference/interpret-text.ts';
import { LANGUAGE } from '../../reference/editions/dstack-0.18.42/language.ts';
import { warningsOf, type Warning } from '../../reference/warnings.ts';
import { LEVELS } from '../../spec/generated/levels.ts';
import type { Verdict } from '../../reference/interpret.ts';
import { goldenPath } from './find-sources.ts';
import { prettyJson } from '../files/pretty.ts';
import { readDocument, readSource } from '../files/source-file.ts';
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

/** Returns the content that a source's golden file should have by the reference. */
export async function goldenOf(path: string): Promise<Golden> {
  const source = await readSource(path);
  if (source.kind === 'unreadable') return { kind: 'unreadable', source: path, reason: source.reason };
  const reading = readDocument(path, source.text);
  const other = reading.kind === 'read' ? otherType(reading.document) : undefined;
  if (other !== undefined) return { kind: 'not-a-task', source: path, reason: `its type is ${other}` };
  return {
    kind: 'task',
    source: path,
    path: goldenPath(path),
    text: goldenText(interpretReading(LANGUAGE, reading)),
    warnings: reading.kind === 'read' ? warningsOf(LANGUAGE, reading) : [],
  };
}

function otherType(document: unknown): string | undefined {
  if (!isMapping(document) || typeof document.type !== 'string' || document.type === 'task') return undefined;
  return document.type;
}

/** Writes a verdict without its messages, because a later release may word them better without a change of meaning. */
function goldenText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'accepted':
      return prettyJson({ accepted: verdict.normal });
    case 'rejected':
      return prettyJson({
        rejected: verdict.violations.map(({ requirement, path }) => ({
          requirement,
          level: LEVELS[requirement],
          path,
        })),
      });
    default:
      return verdict satisfies never;
  }
}
