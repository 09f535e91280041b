import { nameOfField, type DeclarableField } from '../../generators/choices/offer.ts';
import { fieldsGivenIn } from '../case/asked.ts';
import { exampleCases } from '../case/example-cases.ts';
import { certifyProgram } from '../certify/certify.ts';
import { declaredEdition, type Declaration } from '../declared/declared-edition.ts';
import type { Edition } from '../edition.ts';
import { judge } from '../judge/judge.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { readAnswer } from '../protocol/answer.ts';
import { parseJson } from '../protocol/parsed-json.ts';

/** What a program already has right, field by field, as far as the examples show. */
export interface FieldSurvey {
  /** The fields about which every answer is right. They can be declared. */
  readonly right: readonly string[];
  /** The other fields, each with the requirements of wrong answers. */
  readonly open: readonly { readonly field: string; readonly requirements: readonly string[] }[];
  /** The requirements of wrong answers about documents in general, such as unknown names. */
  readonly general: readonly string[];
}

export interface SurveyOptions {
  readonly edition: Edition;
  readonly command: readonly string[];
  readonly timeoutMs: number;
  readonly startupTimeoutMs: number;
}

/** Asks a program every example, and judges the answers field by field, as if that field alone were declared. */
export async function surveyFields(options: SurveyOptions, declaration: Declaration): Promise<FieldSurvey> {
  const edition = declaredEdition(options.edition, declaration);
  const results: CaseResult[] = [];
  await certifyProgram({
    ...options,
    edition,
    cases: exampleCases(edition),
    requirements: [],
    onResult: (result) => results.push(result),
  });
  const about = results.map((result) => ({ result, fields: fieldsGivenIn(result.test) }));
  const declared = edition.grammar.fields.filter(({ path }) => edition.grammar.offer?.has(path) ?? true);
  const right: string[] = [];
  const open: { field: string; requirements: readonly string[] }[] = [];
  for (const each of declared) {
    const field = nameOfField(each.path);
    const own = about.filter(({ fields }) => fields?.every((name) => name === field) === true);
    const requirements = wrongIn(
      own.filter(({ result, fields }) => fields?.length === 1 || isValid(result)),
      edition,
      each,
    );
    if (requirements.length > 0) open.push({ field, requirements });
    else if (own.some(({ fields }) => fields?.length === 1)) right.push(field);
  }
  const others = about.filter(({ result, fields }) => fields?.length === 0 && !isValid(result));
  const general = others.filter(({ result }) => result.outcome.kind !== 'pass');
  return { right, open, general: distinct(general.flatMap(({ result }) => result.test.requirements)) };
}

interface About {
  readonly result: CaseResult;
  readonly fields: readonly string[] | undefined;
}

/** Returns the requirements of the answers that are wrong about a field. */
function wrongIn(about: readonly About[], edition: Edition, field: DeclarableField): string[] {
  const alone = declaredEdition(edition, { fields: [nameOfField(field.path)], answers: edition.answers });
  return distinct(about.flatMap(({ result }) => requirementsBrokenBy(result, alone)));
}

function requirementsBrokenBy({ test, outcome, received }: CaseResult, edition: Edition): readonly string[] {
  if (outcome.kind === 'pass') return [];
  if (received.kind !== 'result') return test.requirements;
  const parsed = parseJson(received.json);
  if (parsed.kind === 'invalid') return test.requirements;
  const answer = readAnswer(parsed.value, received.json, edition.answers);
  const judged = 'text' in answer ? undefined : judge({ ...test, edition }, answer);
  if (judged?.kind === 'pass') return [];
  return judged?.kind === 'fail' ? judged.requirements : test.requirements;
}

function isValid({ test }: CaseResult): boolean {
  return test.expected.kind === 'accepted';
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
