import type { CaseLine, HeaderLine } from '../../spec/generated/event-log.ts';
import type { Cause } from '../../conformance/judge/cause.ts';
import { causeSentence } from '../cause-evidence.ts';
import { causeTitle, causeWorth } from '../cause-text.ts';
import type { ReportContext } from '../format.ts';
import type { Summary } from '../summary.ts';
import { visible } from '../visible.ts';
import { idOfCause, idOfRequirement } from './anchors.ts';
import { Case } from './case.tsx';
import { STATES } from './state.tsx';
import { Words } from './words.tsx';

/** This many causes are shown with their cases. The others are named. */
const IN_FULL = 60;
/** This many causes are named. */
const NAMED = 1000;
/** This many causes stand at the top of the report. */
const NEXT = 5;
/** Besides the shortest case, this many are shown of a cause. */
const OTHERS = 5;

interface CauseProps {
  readonly cause: Cause<CaseLine>;
  readonly header: HeaderLine | undefined;
  readonly context: ReportContext;
  readonly state: 'failed' | 'listed';
}

/** The causes to mend next, each with what that gains. */
export function FixNext({ summary: { causes, header } }: { readonly summary: Summary }) {
  return (
    <ol>
      {causes.slice(0, NEXT).map((cause) => (
        <li key={cause.id}>
          <a href={`#${idOfCause(cause.id)}`}>{visible(causeTitle(cause))}</a>
          <span class="quiet">
            {' '}
            · {cause.level} · {causeWorth(cause)}
          </span>
          <br />
          <Words text={causeSentence(cause, header)} />
        </li>
      ))}
    </ol>
  );
}

/** Causes of failures, each with its sentence, its shortest case in full, and a few more. */
export function Causes({
  causes,
  state,
  summary: { header },
  context,
}: {
  readonly causes: readonly Cause<CaseLine>[];
  readonly state: 'failed' | 'listed';
  readonly summary: Summary;
  readonly context: ReportContext;
}) {
  const more = causes.length - NAMED;
  return (
    <>
      {causes.slice(0, IN_FULL).map((cause) => (
        <InFull key={cause.id} cause={cause} header={header} context={context} state={state} />
      ))}
      {causes.length > IN_FULL ? (
        <ul>
          {causes.slice(IN_FULL, NAMED).map((cause) => (
            <li key={cause.id} id={idOfCause(cause.id)} data-item data-state={state}>
              {visible(causeTitle(cause))} · {cause.level} · {causeWorth(cause)}
            </li>
          ))}
        </ul>
      ) : null}
      {more > 0 ? <p>And {more} more causes, which the log has.</p> : null}
    </>
  );
}

function InFull({ cause, header, context, state }: CauseProps) {
  const { id, level, samples, places } = cause;
  const [first, ...others] = samples;
  return (
    <details class={`card ${STATES[state].tone}`} id={idOfCause(id)} data-item data-state={state}>
      <summary>
        <span class="title">
          <span class="state">
            <span aria-hidden="true">{STATES[state].symbol}</span>
            <span class="hidden">{STATES[state].word}: </span>
          </span>{' '}
          {visible(causeTitle(cause))}
        </span>
        <span class="line">
          <Words text={causeSentence(cause, header)} />
        </span>
        <span class="line">
          {level} · {causeWorth(cause)}
        </span>
      </summary>
      <div class="inside">
        <About cause={cause} header={header} context={context} state={state} />
        {places.length > 1 ? <p class="quiet">At {places.slice(0, 12).map(visible).join(', ')}</p> : null}
        {first === undefined ? null : (
          <>
            <h4>The shortest case</h4>
            <Case line={first} header={header} show={context.show} />
          </>
        )}
        <p class="buttons">
          <button type="button" class="copy" data-link={idOfCause(id)}>
            Copy link
          </button>
        </p>
        {others.length === 0 ? null : <h4>More cases</h4>}
        {others.slice(0, OTHERS).map((line) => (
          <details key={line.case} class="card">
            <summary>
              <span class="title">
                <code>{visible(line.case)}</code>
              </span>
            </summary>
            <div class="inside">
              <Case line={line} header={header} show={context.show} />
            </div>
          </details>
        ))}
      </div>
    </details>
  );
}

/** What the requirements of a cause rest on: the page, and measurements. */
function About({ cause: { requirement, requirements }, header, context }: CauseProps) {
  const ids = requirement === undefined ? requirements : [requirement];
  return (
    <>
      {ids.slice(0, MOST_REQUIREMENTS).map((id) => {
        const { page = [], measurements = [] } =
          context.spec?.requirements.find((each) => each.id === id)?.source ?? {};
        return (
          <div key={id}>
            <p>
              <a href={`#${idOfRequirement(id)}`}>
                <code>{visible(id)}</code>
              </a>{' '}
              <Words text={header?.requirements[id]?.sentence ?? ''} />
            </p>
            {page.map((quote) => (
              <blockquote key={quote}>The page: “{quote}”</blockquote>
            ))}
            {measurements.length === 0 ? null : (
              <p class="quiet">Measured on the release: {measurements.slice(0, 8).join(', ')}</p>
            )}
          </div>
        );
      })}
      {ids.length > MOST_REQUIREMENTS ? <p>And {ids.length - MOST_REQUIREMENTS} more requirements.</p> : null}
    </>
  );
}

const MOST_REQUIREMENTS = 5;
