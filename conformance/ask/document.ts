import type { InputKind } from '../../spec/generated/protocol.ts';
import { documentJson } from '../../reference/document/document-json.ts';
import { readJson } from '../../reference/json/json.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import { onOneLine, type Input } from '../case/case.ts';
import { withoutMark } from '../files/utf8.ts';

/** A document of the user, as it stands in its file. */
export interface Document {
  readonly kind: InputKind;
  readonly text: string;
}

export type Sendable =
  | { readonly kind: 'input'; readonly input: Input }
  /** `reason` is a whole sentence without a full stop. */
  | { readonly kind: 'unsayable'; readonly reason: string };

/**
 * Returns a document as a text of this kind, with the same meaning. JSON text is nearly YAML and stays as it is; a YAML
 * document is written as JSON where JSON can hold it.
 */
export function inputOf(document: Document, kind: InputKind): Sendable {
  if (kind === 'yaml') return { kind: 'input', input: { kind, text: document.text } };
  return document.kind === 'json' ? jsonAsItIs(document.text) : yamlAsJson(document.text);
}

/** JSON stands inside of a message of the protocol, so that one can't be sent that is not well-formed. */
function jsonAsItIs(text: string): Sendable {
  const bare = withoutMark(text);
  const reading = readJson(bare);
  if (reading.kind === 'read') return { kind: 'input', input: { kind: 'json', text: onOneLine(bare) } };
  const [first] = reading.violations;
  const place = first?.line === undefined ? '' : `, line ${first.line}, column ${first.column ?? 1}`;
  return unsayable(`it is no JSON${place}: ${first?.message ?? 'it is empty'}`);
}

function yamlAsJson(text: string): Sendable {
  const reading = readYaml(text);
  if (reading.kind === 'refused')
    return unsayable(
      `it can't be sent as JSON, because it is no YAML: ${reading.violations[0]?.message ?? 'it is empty'}`,
    );
  const json = documentJson(reading.document);
  return json === undefined
    ? unsayable("it can't be sent as JSON, which has no dates, sets or infinities")
    : { kind: 'input', input: { kind: 'json', text: json } };
}

function unsayable(reason: string): Sendable {
  return { kind: 'unsayable', reason };
}
