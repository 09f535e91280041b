import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The fields of a package's manifest that a notice repeats. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const HEAD = `dstack-conformance holds code of the following packages. Their licenses ask that these notices are kept.\n`;

const LICENSE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * Writes the notices of packages whose code is bundled: name, version, and the text of the license. `folders` are the
 * folders of the packages.
 */
export function noticesOf(folders: readonly string[]): string {
  return [HEAD, ...folders.map(noticeOf)].join(`\n${'-'.repeat(78)}\n\n`);
}

function noticeOf(folder: string): string {
  const { name, version, license } = manifestIn(folder);
  const files = readdirSync(folder).filter((file) => LICENSE_FILE.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && license === undefined) throw new Error(`${folder} has no license to repeat`);
  if (texts.length === 0) texts.push('The package has no text of its license, whose name is above.');
  return `${name} ${version} (${license ?? 'license below'})\n\n${texts.join('\n\n')}\n`;
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
