import type { GoldenResult } from '../../golden/golden.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { visible, visibleJson } from '../../../reports/visible.ts';

/** Renders the result for each source. Unchanged ones are only counted. */
export function goldenReport(results: readonly GoldenResult[], options: { readonly json?: boolean }): string {
  if (options.json === true) return results.map((each) => `${visibleJson(each)}\n`).join('');
  if (results.length === 0)
    return 'There is no *.dstack.yml or *.dstack.yaml below the folders; a file of another name must be named.\n';
  const same = results.filter((each) => each.kind === 'same').length;
  const lines = results.flatMap((each) => describeResult(each));
  return `${[...lines, `${results.length} files: ${same} unchanged, ${results.length - same} other.`].join('\n')}\n`;
}

function describeResult(result: GoldenResult): string[] {
  const colors = colorsFor(process.stdout);
  switch (result.kind) {
    case 'same':
      return [];
    case 'written':
      return [`wrote ${visible(result.path)}`];
    case 'missing':
      return [`${colors.red(visible(result.path))}: missing; write it with \`golden check --update\``];
    case 'drift':
      return [
        ...result.paths.map(
          (path) =>
            `${colors.red(visible(result.path))}: ${path === '' ? 'the whole file' : visible(path)} has changed`,
        ),
        result.patch.split('\n').slice(2).map(visible).join('\n'),
      ];
    case 'not-a-task':
      return [`${visible(result.source)}: left alone, ${visible(result.reason)}`];
    case 'orphan':
      return [`${colors.red(visible(result.path))}: no task file belongs to it; delete it`];
    case 'unreadable':
    case 'unwritable':
      return [visible(`${result.source}: ${result.reason}`)];
    default:
      return result satisfies never;
  }
}
