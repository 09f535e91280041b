import { YamlFault } from './fault.ts';
import { standardTag } from './node.ts';
import type { Kind, Token, Tokens } from './token.ts';

const DIRECTIVES: readonly Kind[] = ['version', 'handle', 'other directive'];
const MARKERS: readonly Kind[] = [...DIRECTIVES, '---', 'end'];
const DOCUMENT_ENDS: readonly Kind[] = [...MARKERS, '...'];

/** The tag prefix that each handle stands for. */
export type Handles = ReadonlyMap<string, string>;

/** The start of a document: without a marker, with one and with or without content behind it, or no document at all. */
export interface Opening {
  readonly kind: 'content' | 'empty' | 'none';
  readonly handles: Handles;
}

/**
 * Reads up to the start of the content of the text's document.
 * yaml/document-markers: A directive and the markers `---` and `...` may surround the document.
 */
export function openDocument(tokens: Tokens): Opening {
  const isMarked = tokens.seesOneOf(MARKERS);
  const declared = isMarked ? startDocument(tokens) : new Map<string, string>();
  if (declared === undefined) return { kind: 'none', handles: new Map() };
  return {
    kind: isMarked && tokens.seesOneOf(DOCUMENT_ENDS) ? 'empty' : 'content',
    handles: new Map([['!', '!'], ['!!', standardTag('')], ...declared]),
  };
}

/**
 * yaml/single-document: A file holds one document.
 * Checks that only markers come behind the document.
 */
export function closeDocument(tokens: Tokens): void {
  const { start } = tokens.current;
  if (startDocument(tokens) === undefined) return;
  throw new YamlFault('yaml/single-document', 'a file holds one document', start);
}

/** Reads to the end of a `---`. Returns the tag handles declared before it, or undefined at the end of the text. */
function startDocument(tokens: Tokens): Handles | undefined {
  while (tokens.sees('...')) tokens.next();
  if (tokens.sees('end')) return undefined;
  const { handles, last } = readDirectives(tokens);
  if (last !== undefined && !tokens.sees('---'))
    throw badDirective(last, 'a directive must be followed by ---');
  tokens.expect('---', 'the end of the document');
  return handles;
}

function readDirectives(tokens: Tokens): { readonly handles: Handles; readonly last: Token | undefined } {
  const handles = new Map<string, string>();
  let hasVersion = false;
  let last: Token | undefined;
  for (; tokens.seesOneOf(DIRECTIVES); last = tokens.next()) {
    const token = tokens.current;
    if (token.kind === 'version') {
      if (hasVersion || Number(token.major) !== 1)
        throw badDirective(token, '%YAML must be 1.x, and stand once');
      hasVersion = true;
    } else if (token.kind === 'handle') {
      if (handles.has(token.handle)) throw badDirective(token, `%TAG ${token.handle} stands twice`);
      handles.set(token.handle, token.prefix);
    }
  }
  return { handles, last };
}

function badDirective(token: Token, message: string): YamlFault {
  return new YamlFault('yaml/document-markers', message, token.start);
}
