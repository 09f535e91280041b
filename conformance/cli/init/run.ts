import type { Colors } from '../../../reports/colors.ts';
import { visibleJson } from '../../../reports/visible.ts';
import { lookAround, type Found } from '../../init/found.ts';
import { LANGUAGES, languageNamed, type Language } from '../../init/language.ts';
import { SKELETONS } from '../../init/skeleton.ts';
import { startingPoint, type StartingFile } from '../../init/starting-point.ts';
import { stateOf, writeIfNew, type FileState } from '../../init/write-files.ts';
import { EXIT_USAGE } from '../../judge/grade.ts';
import { missingProgram } from '../../process/missing-program.ts';
import { hintFor, nearest } from '../../../reference/advice/nearest.ts';
import { complain } from '../terminal/complain.ts';
import { colorsFor } from '../terminal/excerpt.ts';

export interface InitFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** What happened, or would happen, to a file. */
interface Done extends StartingFile {
  readonly state: FileState;
}

/** The command `init`: writes a starting point into a folder, prints what it wrote, and returns the exit code. */
export async function runInit(
  name: string | undefined,
  { dryRun, json }: InitFlags,
  folder = '.',
): Promise<number> {
  const found = lookAround(folder);
  const language = name === undefined ? onlyLanguage(found) : languageNamed(name);
  if (language === undefined) {
    complain(name === undefined ? whichLanguage(found) : unknownLanguage(name));
    return EXIT_USAGE;
  }
  const done: Done[] = [];
  for (const file of startingPoint(language, found)) {
    const state = dryRun === true ? await stateOf(folder, file) : await writeIfNew(folder, file);
    done.push({ ...file, state });
  }
  const isDry = dryRun === true;
  process.stdout.write(
    json === true
      ? `${visibleJson(reportOf(language, found, done, isDry), 2)}\n`
      : textOf(language, done, isDry, colorsFor(process.stdout)),
  );
  const kept = done.filter(({ state }) => state === 'kept');
  for (const { path } of kept) complain(`${path} is there already, with other content; it stays as it is`);
  return kept.length === 0 ? 0 : 1;
}

function onlyLanguage({ languages }: Found): Language | undefined {
  return languages.length === 1 ? languages[0]?.language : undefined;
}

function whichLanguage({ languages }: Found): string {
  const examples = languages.length === 0 ? LANGUAGES : languages.map(({ language }) => language);
  const files = languages.map(({ file }) => file).join(' and ');
  const why = languages.length === 0 ? 'no project file here tells the language' : `there is ${files}`;
  return `${why}; choose one: ${examples.map((each) => `dstack-conformance init ${each}`).join(', ')}`;
}

function unknownLanguage(name: string): string {
  const hint = hintFor(nearest(name, LANGUAGES), 'languages', LANGUAGES);
  return `there is no adapter in ${JSON.stringify(name)}; ${hint}`;
}

function reportOf(language: Language, { name }: Found, files: readonly Done[], isDry: boolean): object {
  return { language, name, dryRun: isDry, files, missing: missingPrograms(language) };
}

/** Returns the programs without which the adapter can't be started here. */
function missingPrograms(language: Language): string[] {
  return SKELETONS[language].needs.filter((program) => missingProgram([program]) !== undefined);
}

function textOf(language: Language, files: readonly Done[], isDry: boolean, colors: Colors): string {
  const width = Math.max(...files.map(({ path }) => path.length));
  const verbs = { new: isDry ? 'would write' : 'wrote', same: 'is there', kept: 'stays' };
  const paint = { new: colors.green, same: colors.dim, kept: colors.yellow };
  const verbWidth = Math.max(...files.map(({ state }) => verbs[state].length));
  const lines = files.map(({ path, about, state }) => {
    const verb = paint[state](verbs[state].padEnd(verbWidth));
    return `${verb}  ${path.padEnd(width)}  ${colors.dim(about)}`;
  });
  const missing = missingPrograms(language).map((program) => `${program} is needed, and not installed here`);
  const next = isDry ? [] : ['next: dstack-conformance certify'];
  return [...lines, '', ...missing, ...next].join('\n').trimEnd().concat('\n');
}
