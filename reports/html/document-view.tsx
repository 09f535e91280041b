import type { ShownDocument } from '../format.ts';
import { cutBytes } from '../cut-bytes.ts';
import { CopyButton } from './words.tsx';

/** A longer document, in bytes, is cut. */
const LONGEST_TEXT = 8000;

interface DocumentViewProps {
  readonly document: ShownDocument;
  /** The text of the document as it was asked. */
  readonly given: { readonly kind: 'json' | 'yaml'; readonly text: string };
  /** The id of the element with its text. */
  readonly id: string;
}

/** Shows a document in one notation, with the line that is wrong marked. */
export function DocumentView({ document: { notation, text, line: wrong }, given, id }: DocumentViewProps) {
  const name = notation === 'json' ? 'JSON' : 'YAML';
  const isGiven = notation === given.kind;
  const shown = text.trimEnd();
  const lines = cutBytes(shown, LONGEST_TEXT).split('\n');
  const isWhole = lines.join('\n') === shown;
  return (
    <figure class={`text document ${notation}`}>
      <figcaption>
        {name} <span class="quiet">{isGiven ? 'as it was asked' : 'the same document'}</span>
        <CopyButton what={name} text={shown} {...(isWhole ? { shownIn: id } : {})} />
      </figcaption>
      <pre tabIndex={0}>
        <code id={id}>
          {lines.map((line, index) => (
            <>
              {index + 1 === wrong ? <mark>{line}</mark> : line}
              {index < lines.length - 1 && '\n'}
            </>
          ))}
        </code>
      </pre>
    </figure>
  );
}
