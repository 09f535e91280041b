import type { PageLine, PageSentence } from '../../spec/generated/page-file.ts';
import type { ReportContext } from '../format.ts';
import type { RequirementState } from '../requirement-summary.ts';
import type { Summary } from '../summary.ts';
import { MARKS, STATES, worstOf } from './state-mark.tsx';
import { requirementAnchor, Sentence } from './words.tsx';

interface ReferencePageProps {
  readonly summary: Summary;
  readonly spec: ReportContext['spec'];
}

/** The reference page as a map: each sentence has the colour of the worst state of its requirements. */
export function ReferencePage({ summary, spec }: ReferencePageProps) {
  if (spec === undefined || spec.page.length === 0 || summary.requirements.size === 0) return null;
  const states = new Map([...summary.requirements].map(([id, { state }]) => [id, state]));
  const seen = STATES.filter((state) =>
    spec.page.some(({ lines }) =>
      lines.some(({ sentences }) => sentences.some((each) => stateOf(each, states) === state)),
    ),
  );
  return (
    <section id="page" aria-labelledby="page-title">
      <h2 id="page-title">The reference page</h2>
      <p class="lead">
        What {spec.title.replace(/^Tasks/, 'tasks')} promise, sentence by sentence. Each sentence has the
        colour of its worst requirement, and leads to it.
      </p>
      <ul class="legend">
        {[...seen].reverse().map((state) => (
          <li key={state}>
            <span class={`sentence ${state}`}>
              <span aria-hidden="true">{MARKS[state].symbol}</span> {MARKS[state].word}
            </span>
          </li>
        ))}
      </ul>
      <div class="paper">
        {spec.page.map(({ id, about, lines }) => (
          <div class="page-section" key={id}>
            <h3>{about}</h3>
            {lines.map((line, index) => (
              <Line key={index} line={line} states={states} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

type States = ReadonlyMap<string, RequirementState>;

function Line({ line: { sentences }, states }: { readonly line: PageLine; readonly states: States }) {
  const ids = [...new Set(sentences.flatMap((each) => ('requirements' in each ? each.requirements : [])))];
  const open = ids.filter((id) => states.has(id) && states.get(id) !== 'passed');
  return (
    <div class="line">
      <p>
        {sentences.map((sentence, index) => (
          <>
            {index > 0 && ' '}
            <OneSentence sentence={sentence} states={states} />
          </>
        ))}
      </p>
      {open.length > 0 && (
        <ul class="margin">
          {open.slice(0, 6).map((id) => {
            const state = states.get(id) ?? 'not-exercised';
            return (
              <li key={id} class={state}>
                <span aria-hidden="true">{MARKS[state].symbol}</span>{' '}
                <a href={`#${requirementAnchor(id)}`}>{id}</a> <span class="sr">{MARKS[state].word}</span>
              </li>
            );
          })}
          {open.length > 6 && <li>and {open.length - 6} more</li>}
        </ul>
      )}
    </div>
  );
}

function OneSentence({ sentence, states }: { readonly sentence: PageSentence; readonly states: States }) {
  const state = stateOf(sentence, states);
  if (!('requirements' in sentence) || state === undefined)
    return (
      <span class="no-requirement">
        <Sentence text={sentence.text} />
      </span>
    );
  const first = sentence.requirements.find((id) => states.get(id) === state) ?? '';
  return (
    <a class={`sentence ${state}`} href={`#${requirementAnchor(first)}`}>
      {state !== 'passed' && (
        <>
          <span aria-hidden="true">{MARKS[state].symbol}&nbsp;</span>
          <span class="sr">{MARKS[state].word}: </span>
        </>
      )}
      <Sentence text={sentence.text} />
    </a>
  );
}

/** Returns the worst state of a sentence's requirements; undefined if it needs none, or the log knows none of them. */
function stateOf(sentence: PageSentence, states: States): RequirementState | undefined {
  if (!('requirements' in sentence)) return undefined;
  return worstOf(sentence.requirements.flatMap((id) => states.get(id) ?? []));
}
