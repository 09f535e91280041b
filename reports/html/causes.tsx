import type { CaseLine } from '../../spec/generated/event-log.ts';
import type { Cause } from '../../conformance/judge/cause.ts';
import { causeTitle, causeWorth, inGeneral, replayLine } from '../cause-text.ts';
import { bytesOf } from '../cut-bytes.ts';
import type { ReportContext } from '../format.ts';
import type { Summary } from '../summary.ts';
import { CaseEvidence } from './case-evidence.tsx';
import { causeAnchor, countedGrouped, requirementAnchor, Sentence } from './words.tsx';

/** Documents of cases may take about this many bytes in all. Later causes only name their cases. */
const MOST_EVIDENCE = 600_000;

interface CausesProps {
  readonly summary: Summary;
  readonly context: ReportContext;
}

/** Every cause of failures, those that the baseline lists last. */
export function Causes({ summary, context }: CausesProps) {
  const { causes, listed } = summary;
  if (causes.length + listed.length === 0) return null;
  const shown = shownInFull([...causes, ...listed]);
  const isListed = new Set(listed);
  return (
    <section id="causes" aria-labelledby="causes-title">
      <h2 id="causes-title">Causes</h2>
      <p class="lead">
        Failures that have one reason are one cause. Documented ones come first, then those whose repair gains
        most.
      </p>
      <p class="status" data-counts="causes" role="status"></p>
      {[...causes, ...listed].map((cause) => (
        <CauseView
          key={cause.id}
          cause={cause}
          summary={summary}
          context={context}
          isListed={isListed.has(cause)}
          isInFull={shown.has(cause)}
        />
      ))}
    </section>
  );
}

/** Returns the first causes whose cases fit into the report. */
function shownInFull(causes: readonly Cause<CaseLine>[]): ReadonlySet<Cause<CaseLine>> {
  const shown = new Set<Cause<CaseLine>>();
  let room = MOST_EVIDENCE;
  for (const cause of causes) {
    room -= bytesOf(JSON.stringify(cause.samples[0] ?? null));
    if (room < 0) break;
    shown.add(cause);
  }
  return shown;
}

interface CauseViewProps extends CausesProps {
  readonly cause: Cause<CaseLine>;
  readonly isListed: boolean;
  readonly isInFull: boolean;
}

function CauseView({ cause, summary, context, isListed, isInFull }: CauseViewProps) {
  const { header } = summary;
  const anchor = causeAnchor(cause.id);
  const [sample, ...others] = cause.samples;
  return (
    <details
      class="cause"
      id={anchor}
      data-item="causes"
      data-level={cause.level}
      data-state={isListed ? 'listed' : 'failed'}
    >
      <summary>
        <span class={`symbol ${isListed ? 'listed' : 'failed'}`} aria-hidden="true">
          {isListed ? '◐' : '✗'}
        </span>
        <span class="cause-title">{causeTitle(cause)}</span>
        <span class="quiet">
          {isListed ? 'known · ' : ''}
          {cause.level}
        </span>
        <span class="worth">{causeWorth(cause)}</span>
        <span class="cause-about">
          <About cause={cause} summary={summary} />
        </span>
      </summary>
      <div class="cause-body">
        <Source cause={cause} summary={summary} context={context} />
        {sample !== undefined &&
          (isInFull ? (
            <CaseEvidence line={sample} header={header} show={context.show} anchor={anchor} />
          ) : (
            <Short line={sample} header={header} />
          ))}
        {others.length > 0 && <OtherCases cause={cause} others={others} />}
        <p class="cause-foot">
          <span class="quiet">
            Cause <code>{cause.id}</code>
          </span>
          <a class="permalink" href={`#${anchor}`}>
            Link to this cause
          </a>
          <button type="button" class="copy" data-link={anchor} hidden>
            Copy link
          </button>
        </p>
      </div>
    </details>
  );
}

export function About({
  cause: { kind, requirement },
  summary: { header },
}: Pick<CauseViewProps, 'cause' | 'summary'>) {
  if (requirement === undefined) return <>{inGeneral(kind)}</>;
  const sentence = header?.requirements[requirement]?.sentence;
  return (
    <>
      <code class="id">{requirement}</code> {sentence !== undefined && <Sentence text={sentence} />}
    </>
  );
}

/** The words of the page and the measurements behind the requirement. */
function Source({
  cause: { requirement, places, requirements },
  summary: { header },
  context,
}: Pick<CauseViewProps, 'cause' | 'summary' | 'context'>) {
  const { page = [] } = header?.requirements[requirement ?? ''] ?? {};
  const measurements =
    context.spec?.requirements.find(({ id }) => id === requirement)?.source.measurements ?? [];
  const named = requirement === undefined ? requirements : [requirement];
  return (
    <div class="source">
      {page.map((quote) => (
        <blockquote key={quote}>
          <p>{quote}</p>
          <footer>the reference page</footer>
        </blockquote>
      ))}
      {measurements.length > 0 && (
        <p class="quiet">
          Measured in the release: <code>{measurements.slice(0, 6).join(', ')}</code>
          {measurements.length > 6 && ` and ${measurements.length - 6} more`}
        </p>
      )}
      {places.length > 2 && (
        <p class="quiet">
          Places: <code>{places.slice(0, 12).join(', ')}</code>
          {places.length > 12 && ` and ${places.length - 12} more`}
        </p>
      )}
      {named.length > 0 && (
        <p class="quiet">
          {named.length === 1 ? 'Requirement: ' : 'Requirements: '}
          {named.slice(0, 12).map((id, index) => (
            <>
              {index > 0 && ', '}
              <a href={`#${requirementAnchor(id)}`}>{id}</a>
            </>
          ))}
          {named.length > 12 && ` and ${named.length - 12} more`}
        </p>
      )}
    </div>
  );
}

function Short({ line, header }: { readonly line: CaseLine; readonly header: Summary['header'] }) {
  const replay = header === undefined ? undefined : replayLine(header, line);
  return (
    <p class="quiet">
      Its shortest case is <code>{line.case}</code>. It is not shown, so that this page stays small; the log
      has it.
      {replay !== undefined && replay.length < 1000 && (
        <>
          {' '}
          To ask it again: <code>{replay}</code>
        </>
      )}
    </p>
  );
}

function OtherCases({
  cause,
  others,
}: {
  readonly cause: Cause<CaseLine>;
  readonly others: readonly CaseLine[];
}) {
  const more = cause.count - others.length - 1;
  return (
    <details class="fold">
      <summary>{countedGrouped(cause.count - 1, 'more case')}</summary>
      <ul>
        {others.map((line) => (
          <li key={line.case}>
            <code>{line.case}</code>
          </li>
        ))}
        {more > 0 && <li class="quiet">and {countedGrouped(more, 'other')}</li>}
      </ul>
    </details>
  );
}
