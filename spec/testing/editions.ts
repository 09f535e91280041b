import type { EditionSpec } from '../edition.ts';
import { editionFolders } from '../sources.ts';

/** An edition, for tests that every edition must pass. */
export interface EditionUnderTest {
  readonly folder: string;
  readonly spec: EditionSpec;
  /** The fields of the document and of each mapping inside, by the name of the mapping. */
  readonly knownFields: Readonly<Record<string, readonly string[]>>;
}

export const EDITIONS: readonly EditionUnderTest[] = await Promise.all(editionFolders().map(loadEdition));

async function loadEdition(folder: string): Promise<EditionUnderTest> {
  const generated = `../generated/editions/${folder}`;
  const { SPEC } = (await import(`${generated}/edition.ts`)) as { readonly SPEC: EditionSpec };
  const { KNOWN_FIELDS } = (await import(`${generated}/known-fields.ts`)) as {
    readonly KNOWN_FIELDS: EditionUnderTest['knownFields'];
  };
  return { folder, spec: SPEC, knownFields: KNOWN_FIELDS };
}
