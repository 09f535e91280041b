import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import type { Row } from './row.ts';
import { documented, generated, observed, unsteady } from './value-row.ts';
import type { MemoryFault } from '../programs/wrong-memory.ts';

/** Programs whose answer depends on earlier questions, so the order of the documents decides which ones fail. */
export const MEMORY_ROWS: readonly Row[] = [
  generated(
    remembering(
      'cache-by-first-100-characters',
      'Documents that begin with the same 100 characters get one answer.',
      ['commands/list'],
    ),
  ),
  remembering('cache-by-length', 'Documents of the same length get one answer.', ['commands/list']),
  generated(
    remembering('cache-by-lower-case', 'Documents that differ in case alone get one answer.', ['text/given']),
  ),
  generated(
    remembering('cache-without-digits', 'Documents that differ in digits alone get one answer.', [
      'nodes/number',
    ]),
  ),
  remembering('cache-by-names-of-fields', 'Documents with the same keys get one answer.', ['commands/list']),
  remembering('default-env-shared', 'The default of `env` holds the variables of an earlier document.', [
    'env/default',
  ]),
  remembering('default-resources-shared', 'The default of `resources` is that of the last document.', [
    'memory/default',
  ]),
  remembering('regions-of-last-document', 'Without regions, those of the last document are meant.', [
    'regions/default',
  ]),
  generated(
    remembering('wrong-after-rejection', 'Ports are lost right after an invalid document.', ['ports/list']),
  ),
  remembering('rejects-after-100-rejections', 'After a hundred invalid documents it takes none.', [
    'commands/list',
  ]),
  generated(
    remembering('wrong-every-1000th-time', 'Every thousandth valid document is stopped after a second.', [
      'stop_duration/default',
    ]),
  ),
  unsteady(
    observed(
      'name-pattern-with-memory',
      'Every other run name is refused, by a pattern with the flag `g`.',
      ['name/given', 'name/format'],
      'anything',
    ),
  ),
  generated(
    remembering('gpu-text-remembered-in-lower-case', 'GPU texts that differ in case alone mean the same.', [
      'gpu/text-name',
    ]),
  ),
];

/** Makes a row with the examples as cases. They are few, but enough for programs that are nearly always wrong. */
function remembering(name: MemoryFault, wrong: string, breaks: readonly RequirementId[]): Row {
  return unsteady(documented(name, wrong, breaks, 'anything'));
}
