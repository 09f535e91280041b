import { MARKS, StateMark, STATES } from './state-mark.tsx';
import type { RequirementSummary } from '../requirement-summary.ts';
import type { ReportContext } from '../format.ts';
import type { Summary } from '../summary.ts';
import { causeAnchor, grouped, requirementAnchor, Sentence } from './words.tsx';

interface RequirementsProps {
  readonly summary: Summary;
  readonly spec: ReportContext['spec'];
}

/** Every requirement with its state, by topic. */
export function Requirements({ summary: { requirements }, spec }: RequirementsProps) {
  if (requirements.size === 0) return null;
  const about = new Map(spec?.topics.map((each) => [each.topic, each.about]));
  return (
    <section id="requirements" aria-labelledby="requirements-title">
      <h2 id="requirements-title">Requirements</h2>
      <p class="lead">{countsText([...requirements.values()])}</p>
      <p class="status" data-counts="requirements" role="status"></p>
      {[...byTopic(requirements.values())].map(([topic, its]) => (
        <div class="topic-group" key={topic} data-group>
          <h3>
            {topic}{' '}
            <span class="quiet">
              <Sentence text={about.get(topic) ?? ''} />
            </span>
          </h3>
          <ul class="requirements">
            {its.map((each) => (
              <Row key={each.id} requirement={each} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Row({
  requirement: { id, level, sentence, state, counts, causes },
}: {
  readonly requirement: RequirementSummary;
}) {
  const [cause] = causes;
  return (
    <li
      id={requirementAnchor(id)}
      data-item="requirements"
      data-state={state}
      data-level={level}
      tabIndex={-1}
    >
      <StateMark state={state} />
      <span class="what">
        <code class="id">{id}</code>
        <span class="says">
          <Sentence text={sentence} />
        </span>
      </span>
      <span class="counts quiet">
        {level} ·{' '}
        {counts.asked === 0 ? 'no cases' : `${grouped(counts.passed)} of ${grouped(counts.asked)} passed`}
        {cause !== undefined && (
          <>
            {' · '}
            <a href={`#${causeAnchor(cause)}`}>
              {causes.length === 1 ? 'its cause' : `its ${causes.length} causes`}
            </a>
          </>
        )}
      </span>
    </li>
  );
}

function byTopic(
  requirements: Iterable<RequirementSummary>,
): ReadonlyMap<string, readonly RequirementSummary[]> {
  const groups = new Map<string, RequirementSummary[]>();
  for (const each of requirements) groups.set(each.topic, [...(groups.get(each.topic) ?? []), each]);
  return groups;
}

function countsText(all: readonly RequirementSummary[]): string {
  return [...STATES]
    .reverse()
    .map((state) => ({ state, count: all.filter((each) => each.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${grouped(count)} ${MARKS[state].word}`)
    .join(' · ');
}
