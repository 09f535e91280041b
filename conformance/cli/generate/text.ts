import { visibleInJson, visibleJson } from '../../../reports/visible.ts';
import type { GeneratedCase } from '../../../generators/case.ts';
import type { Level, Levels } from '../../../spec/edition.ts';
import { levelIn } from '../../../spec/level.ts';
import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import type { Edition } from '../../edition.ts';
import { caseDigest } from '../../case/case.ts';
import { testsOf } from '../../case/generated-cases.ts';
import { levelOf } from '../../judge/difference.ts';

/** Renders one line of NDJSON. The document's JSON is copied, so `1.0` stays `1.0`. */
export function lineOf(edition: Edition, made: GeneratedCase): string {
  const { json, yaml } = made;
  const rest = {
    yaml,
    expected: expectationOf(edition.spec.levels, made),
    ...aboutOf(edition.spec.levels, made),
  };
  return `{"id":${JSON.stringify(idOf(edition, made))},"config":${visibleInJson(json ?? 'null')},${visibleJson(rest).slice(1)}\n`;
}

/** Renders a case as files of one name: the YAML, the JSON if there is any, and the expectation. */
export function filesOf(
  edition: Edition,
  made: GeneratedCase,
): { readonly name: string; readonly text: string }[] {
  const { json, yaml } = made;
  const name = idOf(edition, made).replace('/', '-');
  const expectation = { ...expectationOf(edition.spec.levels, made), ...aboutOf(edition.spec.levels, made) };
  return [
    { name: `${name}.dstack.yml`, text: yaml },
    ...(json === undefined ? [] : [{ name: `${name}.json`, text: `${json}\n` }]),
    { name: `${name}.expected.json`, text: `${JSON.stringify(expectation, null, 2)}\n` },
  ];
}

/** Returns an id made from the content, as the same case has it in a run. */
function idOf(edition: Edition, made: GeneratedCase): string {
  const [test] = testsOf(edition, made, ['yaml']);
  return test === undefined ? 'g' : `g/${caseDigest(test)}`;
}

function expectationOf(levels: Levels, { expected }: GeneratedCase): Readonly<Record<string, unknown>> {
  if (expected.kind === 'accepted') return { accepted: expected.normal };
  const { requirement, path } = expected;
  return { rejected: [{ requirement, level: levelIn(levels, requirement), path }] };
}

/** Returns the level and the requirements of a case. A rejected case is only about the requirement that it breaks. */
function aboutOf(
  levels: Levels,
  made: GeneratedCase,
): { level: Level; requirements: readonly RequirementId[] } {
  const { expected } = made;
  const requirements =
    expected.kind === 'rejected' ? [expected.requirement] : [...made.requirements, ...made.yamlRequirements];
  return { level: levelOf(levels, requirements), requirements };
}
