import type { PageLine, PageSection, PageSentence } from '../../spec/generated/page-file.ts';
import type { RequirementState } from '../requirement-summary.ts';
import type { Summary } from '../summary.ts';
import { idOfRequirement } from './anchors.ts';
import { mostUrgent, STATES } from './state.tsx';

/** The reference page: each sentence with the most urgent state of the requirements that implement it. */
export function PageMap({
  summary,
  page,
}: {
  readonly summary: Summary;
  readonly page: readonly PageSection[];
}) {
  return (
    <>
      <p class="quiet">
        Each sentence leads to the requirement that needs attention first. Sentences without a mark need none.
      </p>
      <Key />
      {page.map(({ id, about, lines }) => (
        <section key={id} class="map" aria-label={about}>
          <h3>{about}</h3>
          {lines.map((line, index) => (
            <Line key={index} line={line} summary={summary} />
          ))}
        </section>
      ))}
    </>
  );
}

const KEY: readonly RequirementState[] = ['passed', 'failed', 'listed', 'not-exercised'];

function Key() {
  return (
    <p class="key">
      {KEY.map((state) => (
        <span key={state} class={`sentence ${STATES[state].tone}`}>
          {STATES[state].symbol} {state === 'not-exercised' ? 'unclear, or not asked' : STATES[state].word}
        </span>
      ))}
    </p>
  );
}

function Line({ line, summary }: { readonly line: PageLine; readonly summary: Summary }) {
  return (
    <p>
      {line.sentences.map((sentence, index) => (
        <>
          {index === 0 ? '' : ' '}
          <Sentence key={index} sentence={sentence} summary={summary} />
        </>
      ))}
    </p>
  );
}

function Sentence({ sentence, summary }: { readonly sentence: PageSentence; readonly summary: Summary }) {
  const ids = 'requirements' in sentence ? sentence.requirements : [];
  const known = ids.flatMap((id) => summary.requirements.get(id) ?? []);
  const state = mostUrgent(known.map((each) => each.state));
  const first = known.find((each) => each.state === state);
  if (state === undefined || first === undefined) return <span class="quiet">{sentence.text}</span>;
  const { tone, symbol, word } = STATES[state];
  return (
    <a
      class={`sentence ${tone}`}
      href={`#${idOfRequirement(first.id)}`}
      title={ids.join(', ')}
      data-item
      data-state={state}
    >
      {tone === 'good' ? '' : <span aria-hidden="true">{symbol} </span>}
      <span class="hidden">{word}: </span>
      {sentence.text}
    </a>
  );
}
