import { MAX_TEXT, MAX_VALUES } from '../document/limits.ts';
import { Lines, Places, readingOf, type Reading } from '../document/reading.ts';
import { violation } from '../document/violation.ts';
import { compose } from './compose.ts';
import { Construction } from './construct.ts';
import { YamlFault } from './fault.ts';
import type { Child } from './node.ts';

const LINE_BREAKS = /\r\n|[\r\n\x85\u2028\u2029]/g;

/** Matches characters that need a closer look. Most texts have none. */
const UNUSUAL = /[^\t\n\r\x20-\x7e]/;

/** Matches characters that YAML 1.1 does not count as printable. They may only stand escaped in double quotes. */
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Reads YAML as the release does, which is with PyYAML: version 1.1, one document, the last of two equal keys wins.
 * Errors are violations with line and column, never exceptions.
 *
 * PyYAML splits, nests and resolves text in ways of its own, which no library for JavaScript follows. So this is a
 * reader of that dialect, in the release's own steps: characters to tokens (`scanner.ts`), tokens to nodes
 * (`compose.ts`), nodes to values (`construct.ts`, `scalar.ts`).
 * yaml/well-formed: A file that is not well-formed YAML is refused.
 */
export function readYaml(text: string): Reading {
  // NON-SPEC: bounds the document's size.
  if (text.length > MAX_TEXT) {
    return {
      kind: 'refused',
      violations: [violation('yaml/well-formed', `longer than ${MAX_TEXT} characters`)],
    };
  }
  // A byte-order mark at the start is ignored (yaml/line-endings).
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  const lines = new Lines(content, LINE_BREAKS);
  try {
    refuseUnprintable(content);
    return reading(compose(content), lines);
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    const { requirement, message, offset } = error;
    return {
      kind: 'refused',
      violations: [{ ...violation(requirement, message), ...lines.positionAt(offset) }],
    };
  }
}

function reading(root: Child | undefined, lines: Lines): Reading {
  if (root === undefined) return readingOf(null, lines, () => new Places());
  const document = new Construction(MAX_VALUES).document(root);
  return readingOf(document, lines, () => findPlaces(root));
}

/** Constructs the document once more, to find the places of all values and keys. */
function findPlaces(root: Child): Places {
  const places = new Places();
  new Construction(MAX_VALUES, places).document(root);
  return places;
}

/** yaml/printable: A control character that YAML does not print is refused unless it is escaped. */
function refuseUnprintable(text: string): void {
  const found = UNUSUAL.test(text) ? UNPRINTABLE.exec(text) : null;
  if (found === null) return;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  throw new YamlFault('yaml/printable', `the character U+${code} must be escaped`, found.index);
}
