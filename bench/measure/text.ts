import type { Agreement } from './agreement.ts';

/** Number of unexplained rows that are shown. */
const SHOWN = 20;

/** Describes an agreement for people. */
export function describeAgreement(release: string, agreement: Agreement): string {
  const { rows, equal, byField, byExplanation, unexplained } = agreement;
  const lines = [`dstack ${release}: ${equal} of ${rows} recorded measurements are equal in every field`];
  for (const [field, differing] of byField) lines.push(`  ${rows - differing} of ${rows} agree in ${field}`);
  if (byField.size > 0) lines.push('  all agree in every other field');
  for (const [{ fields, reason }, explained] of byExplanation) {
    const what = explained === 0 ? 'STALE: explains no row' : `explains ${rowsIn(explained)}`;
    lines.push(`${what} (${fields.join(', ')}): ${reason.trim()}`);
  }
  if (unexplained.length > 0)
    lines.push(`${rowsIn(unexplained.length)} with a difference that nothing explains`);
  for (const { row, differences } of unexplained.slice(0, SHOWN)) {
    lines.push(`  ${row.id} ${JSON.stringify(row.yaml)}`);
    for (const { field, recorded, received } of differences)
      lines.push(`    ${field}: recorded ${recorded}, received ${received}`);
  }
  return lines.join('\n');
}

function rowsIn(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}
