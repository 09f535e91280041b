import { parseAllDocuments, parseDocument, visit, type Scalar } from 'yaml';
import { Float } from '../../../reference/document/float.ts';
import { Lines, Places, readingOf, type Reading } from '../../../reference/document/reading.ts';
import { readYaml } from '../../../reference/yaml/yaml.ts';
import { wholeFloatsAsIntegers } from './change.ts';

/** Implementations that are right about every value, but read another YAML dialect than the release. */
export const YAML_DIALECTS = {
  'yaml-1.2': readYaml12,
  'yaml-words-as-text': reads(plainScalar('yes|no|on|off'), '"$1"'),
  'yaml-sexagesimal-as-text': reads(plainScalar('\\d+(?::\\d+)+'), '"$1"'),
  'yaml-exponent-as-number': reads(plainScalar('(\\d+)e(\\d+)'), '$2.0e+$3'),
  'yaml-octal-as-decimal': reads(plainScalar('0([0-7]+)'), '$2'),
  'yaml-underscores-kept': reads(plainScalar('\\d+(?:_\\d+)+'), '"$1"'),
  'yaml-without-merge-keys': reads(/<<:/g, '"<<":'),
  'yaml-refuses-equal-keys': refuseEqualKeys,
  'yaml-whole-floats-as-integers': readWholeFloats,
  'yaml-first-document-only': reads(/(?<=.\n)(?<!^%.*\n)---\n[^]*$/, ''),
} satisfies Readonly<Record<string, (text: string) => Reading>>;

/** Reads the text with `instead` in place of `found`. */
function reads(found: RegExp, instead: string): (text: string) => Reading {
  return (text) => readYaml(text.replace(found, instead));
}

/** Returns a pattern for a value without quotes, as the examples have them. */
function plainScalar(pattern: string): RegExp {
  return new RegExp(`(?<=[:,-] |\\[)(${pattern})(?=[,\\]} \\n]|$)`, 'gi');
}

/** Reads YAML 1.2, as most parsers do by default. */
function readYaml12(text: string): Reading {
  const parsed = parseDocument(text, { version: '1.2', uniqueKeys: false, logLevel: 'error' });
  visit(parsed, {
    Scalar: (_, scalar) => {
      keepFloat(scalar);
    },
  });
  try {
    if (parsed.errors.length > 0) return readYaml('[');
    return readingOf(parsed.toJS(), new Lines(''), () => new Places());
  } catch {
    // The text has an alias without an anchor.
    return readYaml('[');
  }
}

function keepFloat(scalar: Scalar): void {
  const isWhole = typeof scalar.value === 'number' && Number.isInteger(scalar.value);
  if (isWhole && /[.e]/i.test(scalar.source ?? '')) scalar.value = new Float(Number(scalar.value));
}

/** Reads `2.0` as 2, as the readers of languages do that have one type of number. */
function readWholeFloats(text: string): Reading {
  const reading = readYaml(text);
  return reading.kind === 'refused'
    ? reading
    : { ...reading, document: wholeFloatsAsIntegers(reading.document) };
}

function refuseEqualKeys(text: string): Reading {
  const documents = [...parseAllDocuments(text, { version: '1.1', uniqueKeys: true })];
  const isRefused = documents.some((each) => each.errors.some(({ code }) => code === 'DUPLICATE_KEY'));
  return readYaml(isRefused ? '[' : text);
}
