import { indexSources, type NamingFiles, type SourceIndex } from '../../../spec/source-index.ts';

/** `build.ts` defines this in the bundle, which has no sources to search. */
declare const BUNDLED_INDEX: SourceIndex | undefined;

/**
 * Returns the files that name each requirement: those of the present sources or, in the bundle, of the sources when it
 * was built.
 */
export function readSourceIndex(): SourceIndex {
  return typeof BUNDLED_INDEX === 'undefined' ? indexSources() : BUNDLED_INDEX;
}

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
