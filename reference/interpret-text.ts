import { PLACE_IS_KEY } from '../spec/generated/attributes.ts';
import { advise } from './advice/advise.ts';
import type { Reading } from './document/reading.ts';
import type { Violation } from './document/violation.ts';
import { interpret, type Verdict } from './interpret.ts';
import { readJson } from './json/json.ts';
import type { Language } from './language.ts';
import { readYaml } from './yaml/yaml.ts';

/** What a text means in a language; each violation with its place in the text. */
export function interpretText<Fields extends object, Normal extends object>(
  language: Language<Fields, Normal>,
  kind: 'json' | 'yaml',
  text: string,
): Verdict<Normal> {
  return interpretReading(language, kind === 'json' ? readJson(text) : readYaml(text));
}

/** What a reading means in a language; each violation with its place in the text. */
export function interpretReading<Fields extends object, Normal extends object>(
  language: Language<Fields, Normal>,
  reading: Reading,
): Verdict<Normal> {
  if (reading.kind === 'refused') return { kind: 'rejected', violations: reading.violations };
  const verdict = interpret(language, reading.document);
  if (verdict.kind === 'accepted') return verdict;
  const violations = verdict.violations.map((each) =>
    locate(advise(language.vocabulary, reading, each), reading),
  );
  return { kind: 'rejected', violations };
}

/** Locates a violation: an unknown field at its key, every other violation at its value. */
function locate(violation: Violation, reading: Extract<Reading, { kind: 'read' }>): Violation {
  const part = PLACE_IS_KEY.has(violation.requirement) ? 'key' : 'value';
  return { ...violation, ...reading.locate(violation.path, part) };
}
