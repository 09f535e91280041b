import { complain } from '../terminal/complain.ts';
import { visibleJson } from '../../../reports/visible.ts';
import { nearest } from '../../../reference/advice/nearest.ts';
import { examplesOf, findRequirement, type Example } from '../../../spec/catalogue.ts';
import type { EditionSpec, Requirement } from '../../../spec/edition.ts';
import type { ReadableEditionFlag } from '../flags/edition-flag.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { printReport } from '../terminal/print-report.ts';
import { indexSources, type NamingFiles } from '../../../spec/source-index.ts';
import { namingLines } from './naming-files.ts';

export interface SpecOptions extends ReadableEditionFlag {
  readonly coverage?: boolean;
  readonly json?: boolean;
}

type Colors = ReturnType<typeof colorsFor>;

/** Prints requirements or the coverage of the page, and returns the exit code. */
export async function showSpec(name: string | undefined, options: SpecOptions): Promise<number> {
  const spec = await options.edition.loadSpec();
  if (options.coverage === true) {
    if (options.json === true) process.stdout.write(toJson(spec.page));
    else printReport(coverageText(spec));
    return 0;
  }
  const chosen = choose(spec, name);
  if (chosen.length === 0) {
    complain(`There is no requirement or topic ${String(name)}.${suggestion(spec, name ?? '')}`);
    return 2;
  }
  const whole = chosen.length === 1 && name !== undefined && name.includes('/');
  if (options.json === true) process.stdout.write(toJson(withFiles(chosen)));
  else printReport(whole ? details(spec, chosen) : list(spec, chosen, colorsFor(process.stdout)));
  return 0;
}

function withFiles(chosen: readonly Requirement[]): unknown[] {
  const index = indexSources();
  return chosen.map((each) => ({ ...each, files: index[each.id] }));
}

function details(spec: EditionSpec, chosen: readonly Requirement[]): string {
  const index = indexSources();
  const colors = colorsFor(process.stdout);
  return chosen.map((each) => detail(spec, each, index[each.id], colors)).join('\n');
}

function toJson(value: unknown): string {
  return `${visibleJson(value, 2)}\n`;
}

function choose({ requirements }: EditionSpec, name: string | undefined): readonly Requirement[] {
  if (name === undefined) return requirements;
  const one = findRequirement({ requirements }, name);
  return one === undefined
    ? requirements.filter((each) => each.topic === name || each.id.startsWith(`${name}/`))
    : [one];
}

/** Suggests the nearest id or topic, and ids with the same last part, such as `ports/range` for `port/range`. */
function suggestion({ requirements, topics }: EditionSpec, name: string): string {
  const ids = requirements.map((each) => each.id);
  const near = nearest(name, [...topics.map(({ topic }) => topic), ...ids]);
  const last = name.split('/').at(-1) ?? '';
  const alike = last === '' ? [] : ids.filter((id) => id.endsWith(`/${last}`));
  const others = alike.length > 0 || last === '' ? alike : ids.filter((id) => id.includes(last));
  const names = [...new Set([...(near === undefined ? [] : [near]), ...others])];
  return names.length === 0 ? '' : ` Did you mean ${names.slice(0, 3).join(', ')}?`;
}

function list({ topics }: EditionSpec, chosen: readonly Requirement[], colors: Colors): string {
  const width = Math.max(...chosen.map((each) => each.id.length));
  return topics
    .map(({ topic, about }) => ({ topic, about, own: chosen.filter((each) => each.topic === topic) }))
    .filter(({ own }) => own.length > 0)
    .map(
      ({ topic, about, own }) =>
        `${colors.bold(topic)} — ${about}\n` +
        own
          .map((each) => `  ${each.id.padEnd(width)}  ${each.level.padEnd(10)}  ${each.sentence}\n`)
          .join(''),
    )
    .join('\n');
}

function detail(
  spec: EditionSpec,
  each: Requirement,
  files: NamingFiles | undefined,
  colors: Colors,
): string {
  const { page: quotes = [], measurements = [] } = each.source;
  return [
    `${colors.bold(each.id)} (${each.level})`,
    `  ${each.sentence}`,
    ...(each.note === undefined ? [] : [`  ${each.note}`]),
    '',
    'Source:',
    ...quotes.map((quote) => `  the page: “${quote}”`),
    ...(measurements.length === 0 ? [] : [`  measurements: ${measurements.join(', ')}`]),
    ...(files === undefined ? [] : ['', 'Files:', ...namingLines(files)]),
    ...examplesOf(spec, each).flatMap((example, index) => exampleLines(each, example, index)),
    '',
  ].join('\n');
}

function exampleLines(of: Requirement, example: Example, index: number): string[] {
  const head = example.kind === 'accepted' ? 'Accepted' : `Rejected at ${JSON.stringify(example.path)}`;
  const difference = example.kind === 'accepted' ? of.accepts[index]?.normal : undefined;
  const meaning = difference === undefined ? [] : [`  means ${JSON.stringify(difference)}`];
  return [
    '',
    `${head} (${example.id}):`,
    ...example.yaml
      .trimEnd()
      .split('\n')
      .map((line) => `  | ${line}`),
    ...meaning,
  ];
}

/**
 * Renders the page section by section and line by line: each sentence with its requirements, or the reason why it has
 * none.
 */
function coverageText({ page }: EditionSpec): string {
  const sentences = page.flatMap((section) => section.lines.flatMap((line) => line.sentences));
  const implemented = sentences.filter((sentence) => 'requirements' in sentence).length;
  const sections = page.map(
    (section) =>
      `${section.id}: ${section.about}\n` +
      section.lines
        .flatMap((line) => line.sentences)
        .map((sentence) => {
          const by =
            'requirements' in sentence ? `→ ${sentence.requirements.join(', ')}` : `∅ ${sentence.none}`;
          return `  ${sentence.text}\n      ${by}\n`;
        })
        .join(''),
  );
  const total = `${sentences.length} sentences: ${implemented} implemented, ${sentences.length - implemented} with a reason why not.`;
  return `${sections.join('\n')}\n${total}\n`;
}
