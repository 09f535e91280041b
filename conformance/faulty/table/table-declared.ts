import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import { EXIT_CODES } from '../../judge/grade.ts';
import type { TransportFault } from '../programs/faults.ts';
import type { ExpectedRun, Row } from './row.ts';

/** Programs that declare some of the fields, or verdicts alone. */
export const DECLARED_ROWS: readonly Row[] = [
  row('declares-some', 'It has three fields, and answers rightly.', 'drop-in'),
  row('declares-some-and-leaves-out-the-rest', 'It says its own fields alone.', 'drop-in'),
  row('declares-some-and-errs-in-the-rest', 'What it says of other fields is nonsense.', 'drop-in'),
  row('declares-some-and-refuses-the-rest', 'It gives errors for documents with other fields.', 'drop-in'),
  row('declares-some-with-a-wrong-default', 'There are two nodes by default.', 'non-conformant', [
    'nodes/default',
  ]),
  row('declares-some-and-leaves-out-one', 'It never says `nodes`.', 'non-conformant', ['nodes/default']),
  row('declares-some-and-leaves-out-a-part', 'It never says `resources.gpu`.', 'non-conformant', [
    'gpu/kind',
  ]),
  row('declares-some-and-ignores-unknown-names', 'It accepts any other field.', 'conformant', [
    'document/known-fields',
  ]),
  unusable('declares-what-does-not-exist', 'It declares `gpu`, which is `resources.gpu`.'),
  unusable('declares-nothing', 'Its list of fields is empty.'),
  row('verdicts', 'It says which documents are valid, and no more.', 'drop-in'),
  row('verdicts-of-everything', 'It accepts whatever it is asked.', 'non-conformant', ['ports/format']),
  row('verdicts-with-values', 'It promises verdicts, and gives values too, wrong ones.', 'drop-in'),
  wrongShapes('verdicts-undeclared', 'It gives verdicts without having said so.'),
  unusable('answers-of-another-kind', 'It answers with `both`.'),
];

function row(
  name: TransportFault,
  wrong: string,
  grade: ExpectedRun['grade'],
  breaks: readonly RequirementId[] = [],
): Row {
  const expected = { grade, exitCode: EXIT_CODES[grade], breaks, touches: 'anything' } as const;
  return { name, wrong, mode: 'protocol', cases: 'examples', expected };
}

function wrongShapes(name: TransportFault, wrong: string): Row {
  const counts = { pass: 6, 'protocol-error': 14 };
  const expected = { grade: 'non-conformant', exitCode: 1, counts, faults: ['wrong-shape'] } as const;
  return { name, wrong, mode: 'protocol', cases: 'twenty', expected };
}

function unusable(name: TransportFault, wrong: string): Row {
  const expected = { grade: 'incomplete', exitCode: 3, counts: { 'not-run': 20 } } as const;
  return { name, wrong, mode: 'protocol', cases: 'twenty', expected };
}
