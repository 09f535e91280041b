import { generateDtsBundle } from 'dts-bundle-generator';

/**
 * Writes the types of an entry point into one text that imports nothing of the project. `external` are packages that
 * stay outside.
 */
export function declarationsOf(entryPoint: string, external: readonly string[]): string {
  const [text] = generateDtsBundle(
    [
      {
        filePath: entryPoint,
        output: { noBanner: true, exportReferencedTypes: false },
        libraries: { importedLibraries: [...external] },
      },
    ],
    { preferredConfigPath: 'tsconfig.json' },
  );
  if (text === undefined) throw new Error(`${entryPoint} has no declarations`);
  return text;
}
