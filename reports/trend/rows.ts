import { nameOf } from '../terminal/terminal.ts';
import { countsText } from '../compare/words.ts';
import { endOf, type TrendPoint } from './trend.ts';

/** The columns of a trend, in the words of all formats. */
export const COLUMNS = [
  'log',
  'ended',
  'program',
  'grade',
  'passed',
  'requirements held',
  'since the one before',
];

/** Returns the cells of one run, safe to print but for the name of its log. */
export function rowOf({ run, asked, passed, held, requirements, since }: TrendPoint): string[] {
  const { header, verdict } = run.summary;
  const implementation = header?.implementation ?? null;
  return [
    run.name,
    endOf(run.summary).slice(0, 16).replace('T', ' '),
    implementation === null ? 'no name' : nameOf(implementation),
    verdict.grade,
    `${passed} of ${asked}`,
    `${held} of ${requirements}`,
    since === undefined ? '' : countsText(since.counts),
  ];
}
