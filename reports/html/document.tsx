import type { CaseLine } from '../../spec/generated/event-log.ts';
import type { ShowDocument, ShownDocument } from '../format.ts';
import { visibleLines } from '../visible.ts';

/** A longer document is cut after this many characters. The case can be asked again by its name. */
const MOST = 6000;

/** Shows a document in the notations that it has, each with the line of a place marked. */
export function Documents({
  line: { input },
  place,
  show,
}: {
  readonly line: CaseLine;
  readonly place: string;
  readonly show: ShowDocument | undefined;
}) {
  const shown: readonly ShownDocument[] = show?.(input, place) ?? [
    { notation: input.kind, text: input.text, line: undefined },
  ];
  return (
    <div class="two">
      {shown.map((each) => (
        <figure key={each.notation}>
          <figcaption>
            {each.notation === 'yaml' ? 'YAML' : 'JSON'}
            {each.notation === input.kind ? ', as it was asked' : ''}
          </figcaption>
          <Text {...each} />
        </figure>
      ))}
    </div>
  );
}

function Text({ text, line }: ShownDocument) {
  const lines = visibleLines(cut(text)).split('\n');
  return (
    <pre tabIndex={0}>
      {lines.map((each, index) => (
        <>
          {index === 0 ? '' : '\n'}
          {index + 1 === line ? <mark key={index}>{each}</mark> : each}
        </>
      ))}
    </pre>
  );
}

/** Cuts a text, and says so. */
function cut(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.length <= MOST ? trimmed : `${trimmed.slice(0, MOST)}…\n(cut: ${trimmed.length} characters)`;
}
