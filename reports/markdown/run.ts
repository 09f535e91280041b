import { counted } from '../counted.ts';
import type { Summary } from '../summary.ts';
import { total } from '../summary.ts';
import { WHY_WITHHELD } from '../verdict.ts';
import type { Block } from './blocks.ts';
import { cutCode, cutText, listOf } from './limits.ts';

/** Says who was asked what. */
export function askedBlock({ header, footer, counts, withheld }: Summary): Block {
  const asked = total(counts) - counts['not-run'];
  const of = footer === undefined ? '' : ` of ${footer.corpus.cases + (header?.corpus.finds ?? 0)}`;
  const facts = [
    ...(header === undefined ? [] : whoParts(header)),
    `${asked}${of} cases`,
    ...(footer === undefined ? [] : [`${counted(footer.coverage.exercised, 'requirement')} exercised`]),
    ...(withheld === undefined ? [] : [`**not the grade of a full run: ${WHY_WITHHELD[withheld]}**`]),
  ];
  return { what: 'line', text: facts.join(' · ') };
}

function whoParts({ implementation, command, spec, suite }: NonNullable<Summary['header']>): string[] {
  const who =
    implementation === null
      ? command.join(' ')
      : [implementation.name, implementation.version, implementation.language]
          .filter((part) => part !== null)
          .join(' ');
  return [cutCode(who), cutCode(spec), cutCode(`${suite.name} ${suite.version}`)];
}

/** Says what is wrong with the log. */
export function soundnessBlocks({ integrity }: Summary): Block[] {
  if (integrity === undefined || integrity.count === 0) return [];
  const { count, kept } = integrity;
  return [
    { what: 'heading', text: '### The log is not what the suite writes' },
    { what: 'list', text: listOf(kept.map(cutText), count) },
  ];
}

/** Says what the baseline lists, and which of its entries must go. */
export function baselineBlocks({ footer, listed }: Summary): Block[] {
  if (footer === undefined || footer.baseline === null) return [];
  const { file, listed: known, unlisted, stale } = footer.baseline;
  const causes = counted(listed.length, 'cause');
  const text = `The baseline ${cutCode(file)} lists ${counted(known, 'failing or unsupported case')} (${causes}), and ${unlisted} others happened.`;
  const entries = stale.map(
    ({ line, entry, why }) => `line ${line}: ${cutCode(entry)} ${why}: delete the entry`,
  );
  return [{ what: 'line', text }, ...(entries.length === 0 ? [] : [{ what: 'list', text: listOf(entries) }])];
}

/** Says what happened outside of single cases. */
export function otherBlocks({ faults, footer, unsupported, counts }: Summary): Block[] {
  const [example] = unsupported;
  const entries = [
    ...faults.map(({ fault, message }) => `${cutCode(fault)}, outside of a single case: ${cutCode(message)}`),
    ...(example === undefined
      ? []
      : [
          `${counted(counts.unsupported, 'unsupported case')}, such as ${cutCode(example.case)}: ${cutCode(example.message ?? '')}`,
        ]),
    ...(footer?.notes ?? []).map((note) => `note: ${cutText(note)}`),
  ];
  const all = entries.length + Math.max(0, (footer?.faults ?? 0) - faults.length);
  return entries.length === 0
    ? []
    : [
        { what: 'heading', text: '### Besides' },
        { what: 'list', text: listOf(entries, all) },
      ];
}
