import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle, COMMAND, ENTRIES } from './bundle.ts';
import { declarationsOf } from './declarations.ts';
import { noticesOf } from './notices.ts';

const FOLDER = 'dist';
/** Packages that users install themselves: arbitraries must be those of their own fast-check. */
const EXTERNAL = ['fast-check', 'vitest'];

/** Builds the package for publishing: the command line, the entries with their types, schemas and notices. */
await rm(FOLDER, { recursive: true, force: true });
const inside = await bundle(FOLDER, { ...COMMAND, ...ENTRIES }, EXTERNAL);
await writeFile(join(FOLDER, 'THIRD-PARTY-NOTICES.txt'), noticesOf(inside));
for (const [name, text] of declarationsOf(ENTRIES, EXTERNAL))
  await writeFile(join(FOLDER, `${name}.d.ts`), text);
await copySchemas();

/** Copies the schemas of the formats, and those of each edition into a folder of its own. */
async function copySchemas(): Promise<void> {
  await cp('spec/schemas', join(FOLDER, 'schemas'), { recursive: true });
  for (const edition of await readdir('spec/editions')) {
    const target = join(FOLDER, 'schemas', edition);
    await mkdir(target);
    await cp(join('spec/editions', edition, 'schemas'), target, { recursive: true });
  }
}
