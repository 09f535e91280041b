import { generateDtsBundle } from 'dts-bundle-generator';

/**
 * Writes the types of each entry point into one text that imports nothing of the project. `external` are packages that
 * stay outside. All entry points are compiled at once, which takes as long as one of them.
 */
export function declarationsOf<Name extends string>(
  entryPoints: Readonly<Record<Name, string>>,
  external: readonly string[],
): ReadonlyMap<string, string> {
  const names = Object.keys(entryPoints);
  const texts = generateDtsBundle(
    Object.values<string>(entryPoints).map((filePath) => ({
      filePath,
      output: { noBanner: true, exportReferencedTypes: false },
      libraries: { importedLibraries: [...external] },
    })),
    { preferredConfigPath: 'tsconfig.json' },
  );
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
}
