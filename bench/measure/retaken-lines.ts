import type { Measured, MeasuredRow } from './measured-row.ts';

/** Returns new measurements of the same texts, one per line, with the keys in the order of the recorded ones. */
export function retakenLines(rows: readonly MeasuredRow[], answers: readonly Measured[]): string {
  return rows.map((row, index) => retakenLine(row, answers[index])).join('');
}

function retakenLine({ id, topic, yaml, data }: MeasuredRow, answer: Measured | undefined): string {
  if (answer === undefined) throw new Error(`${id} was not answered`);
  const { verdict, stage, paths, checks, normal } = answer;
  const head = JSON.stringify({ id, topic, yaml }).slice(0, -'}'.length);
  const middle = data === undefined ? '' : `,"data":${data}`;
  const tail = JSON.stringify({ verdict, stage, paths, checks, normal }).slice('{'.length);
  return `${head}${middle},${tail}\n`;
}
