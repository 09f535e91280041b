import type { NamingFiles } from '../../../spec/source-index.ts';

/** Renders the files of one requirement, in a line for each thing that they do with it. */
export function namingLines({ implements: implementing, spells, breaks }: NamingFiles): string[] {
  return [
    ...linesOf('implemented in', implementing),
    ...linesOf('spelled in', spells),
    ...linesOf('broken in', breaks),
  ];
}

function linesOf(what: string, paths: readonly string[]): string[] {
  return paths.map(
    (path, index) => `  ${(index === 0 ? what : '').padEnd('implemented in'.length)}  ${path}`,
  );
}
