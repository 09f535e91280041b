import { findRequirement } from '../../../spec/catalogue.ts';
import type { Colors } from '../../../reports/colors.ts';
import { scopeText } from '../../../reports/scope.ts';
import { shown, visible } from '../../../reports/visible.ts';
import type { Reading } from '../../../reference/document/reading.ts';
import { interpretReading } from '../../../reference/interpret-text.ts';
import type { Origin } from '../../../reference/fields/origin.ts';
import { meaningOf } from '../../ask/meaning.ts';
import type { Answered } from '../../ask/ask.ts';
import { readDocument, type SourceFile } from '../../files/source-file.ts';
import { originsOf } from '../../judge/origins.ts';
import { describeOutcome, type CaseResult, type Fail, type Pass } from '../../judge/outcome.ts';
import { normalYaml } from '../normalize/normal-yaml.ts';
import { renderViolations } from '../terminal/excerpt.ts';
import { brokenBy, type Broken } from './broken.ts';
import { foldedDiff } from './folded-diff.ts';

type TextFile = Extract<SourceFile, { kind: 'text' }>;

/** Renders an answer beside the reference, and the requirements that it breaks with their sentences. */
export function renderAsked(source: TextFile, asked: Answered, colors: Colors): string {
  const { result, undeclared, notes } = asked;
  const lines = [
    headLine(source, asked, colors),
    ...bodyLines(source, result, colors),
    ...(undeclared.length === 0
      ? []
      : [`note: the program does not declare ${undeclared.join(', ')}, so certify asks it no such document`]),
    ...(result.nondeterministic === undefined
      ? []
      : [`note: asked once more, it answered ${shown(result.nondeterministic)} (nondeterministic)`]),
    ...notes.map((note) => `note: ${visible(note)}`),
    ...(result.stderr === undefined ? [] : stderrLines(result.stderr, colors)),
  ];
  return `${lines.join('\n')}\n`;
}

function headLine({ name }: TextFile, { introduction, result }: Answered, colors: Colors): string {
  const { edition, input } = result.test;
  const { name: program, version, fields, answers } = introduction;
  const who = shown([program, version].filter((part) => part !== null).join(' '));
  const scope =
    fields === undefined && answers === undefined
      ? ''
      : scopeText({
          ...(fields === undefined
            ? {}
            : { fields: { declared: [...fields], of: edition.grammar.fields.length } }),
          ...(answers === undefined ? {} : { answers }),
        });
  const about = `${visible(name)} · ${who}${scope} · ${edition.id} · ${input.kind}`;
  return `${verdictOf(result, colors)}: ${about}`;
}

function verdictOf({ outcome }: CaseResult, colors: Colors): string {
  if (outcome.kind === 'pass') return colors.bold(colors.green('same'));
  return outcome.kind === 'fail'
    ? colors.bold(colors.red('different'))
    : colors.bold(colors.yellow('no answer'));
}

function bodyLines(source: TextFile, result: CaseResult, colors: Colors): string[] {
  const { outcome } = result;
  switch (outcome.kind) {
    case 'pass':
      return [sameText(result, outcome)];
    case 'fail':
      return [
        ...(outcome.differences.length > 0
          ? valueLines(result, outcome, colors)
          : verdictLines(source, result, outcome, colors)),
        ...brokenLines(source, result, colors),
      ];
    case 'crash':
    case 'hang':
    case 'protocol-error':
    case 'unsupported':
    case 'not-run':
      return [shown(describeOutcome(outcome), 500)];
  }
}

function sameText({ test }: CaseResult, { path, canonical }: Pass): string {
  if (test.expected.kind === 'rejected') {
    const places = test.expected.violations.map((each) => placeText(each.path)).join(', ');
    const named = path === 'miss' ? ', and the program names another place' : '';
    return `both reject it, the reference ${places}${named}`;
  }
  if (canonical === undefined) return 'both accept it';
  return canonical ? 'both say the same normal form' : 'both mean the same; the program spells it otherwise';
}

/** Renders the difference of the two meanings. How the program spells its values is not shown. */
function valueLines({ test }: CaseResult, { message, differences }: Fail, colors: Colors): string[] {
  if (test.expected.kind === 'rejected') return [];
  const normal: unknown = JSON.parse(test.expected.normal);
  const meaning = meaningOf(normal, differences);
  return [shown(message, 500), '', ...foldedDiff(yamlOf(normal), yamlOf(meaning), colors), ''];
}

function yamlOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? normalYaml(value) : JSON.stringify(value);
}

function verdictLines(source: TextFile, { test }: CaseResult, { message }: Fail, colors: Colors): string[] {
  const { edition, expected } = test;
  if (expected.kind === 'accepted') return [`the program ${shown(message, 500)}`, ''];
  const verdict = interpretReading(edition.language, readDocument(source));
  const violations = verdict.kind === 'rejected' ? verdict.violations : [];
  return [
    `the program ${shown(message)}; the reference rejects it:`,
    '',
    renderViolations(source.name, source.text, violations, edition.spec.levels, colors),
    '',
  ];
}

function brokenLines(source: TextFile, result: CaseResult, colors: Colors): string[] {
  const broken = brokenBy(result);
  const { spec } = result.test.edition;
  if (broken.length === 0) return ['no requirement forbids this document: spec lists what holds'];
  const places = new Places(source, result);
  return broken.flatMap((each) => [
    `${colors.cyan(each.requirement)} (${each.level})`,
    `  ${visible(findRequirement(spec, each.requirement)?.sentence ?? '')}`,
    ...placeLines(each, places, colors),
  ]);
}

/** At most this many places of a requirement are shown. */
const PLACES = 3;

function placeLines({ places }: Broken, source: Places, colors: Colors): string[] {
  const more = places.length - PLACES;
  return [
    ...places.slice(0, PLACES).map((place) => colors.dim(`  ${source.describe(place)}`)),
    ...(more > 0 ? [colors.dim(`  and at ${more} more places`)] : []),
  ];
}

/** The places in the user's file behind values of the normal form. */
class Places {
  readonly #name: string;
  readonly #reading: Reading;
  readonly #origins: ReadonlyMap<string, Origin>;

  constructor(source: TextFile, { test }: CaseResult) {
    this.#name = visible(source.name);
    this.#reading = readDocument(source);
    this.#origins = originsOf(test);
  }

  /** Says where a place of the normal form comes from, or where a place of the document is. */
  describe(place: string): string {
    const origin = this.#origins.get(place);
    const where = placeText(place);
    if (origin?.kind === 'default' && origin.from === '') return `${where}, which the document leaves out`;
    const at =
      this.#reading.kind === 'read' ? this.#reading.locate(origin?.from ?? place, 'value') : undefined;
    return at === undefined ? where : `${where}, ${this.#name}:${at.line}:${at.column}`;
  }
}

function placeText(path: string): string {
  return path === '' ? 'as a whole' : `at ${shown(path)}`;
}

function stderrLines(stderr: string, colors: Colors): string[] {
  return stderr
    .trimEnd()
    .split('\n')
    .slice(-6)
    .map((line) => `${colors.dim('stderr')} ${shown(line)}`);
}
