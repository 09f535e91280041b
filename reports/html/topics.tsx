import type { LogOutcome } from '../../spec/generated/event-log.ts';
import type { ReportContext } from '../format.ts';
import { total, type OutcomeCounts, type Summary } from '../summary.ts';
import { grouped, Sentence } from './words.tsx';

const WORDS: Readonly<Record<LogOutcome, string>> = {
  pass: 'passed',
  fail: 'failed',
  crash: 'crashed',
  hang: 'hung',
  'protocol-error': 'broke the protocol',
  unsupported: 'unsupported',
  'not-run': 'not run',
};

const OUTCOMES = ['pass', 'fail', 'crash', 'hang', 'protocol-error', 'unsupported', 'not-run'] as const;

interface TopicsProps {
  readonly summary: Summary;
  readonly spec: ReportContext['spec'];
}

/** The cases of each topic as a bar with its numbers. */
export function Topics({ summary: { topics, counts }, spec }: TopicsProps) {
  if (topics.size === 0) return null;
  const about = new Map(spec?.topics.map((each) => [each.topic, each.about]));
  const seen = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  return (
    <section id="topics" aria-labelledby="topics-title">
      <h2 id="topics-title">Topics</h2>
      <ul class="legend">
        {seen.map((outcome) => (
          <li key={outcome}>
            <svg class="swatch" aria-hidden="true" focusable="false">
              <rect class={`bar-${outcome}`} width="100%" height="100%" rx="2" />
            </svg>
            {WORDS[outcome]} <span class="quiet">{grouped(counts[outcome])}</span>
          </li>
        ))}
      </ul>
      <table class="topics">
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col">Cases</th>
            <th scope="col" class="number">
              Passed
            </th>
          </tr>
        </thead>
        <tbody>
          {[...topics].map(([topic, its]) => (
            <tr key={topic}>
              <th scope="row">
                {topic}
                <span class="quiet about">
                  <Sentence text={about.get(topic) ?? ''} />
                </span>
              </th>
              <td>
                <Bar counts={its} />
                <span class="bar-words">{wordsOf(its)}</span>
              </td>
              <td class="number">
                <strong>{share(its)}</strong>
                <span class="quiet">
                  {grouped(its.pass)} of {grouped(total(its))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Bar({ counts }: { readonly counts: OutcomeCounts }) {
  const all = total(counts);
  let before = 0;
  return (
    <svg class="bar" aria-hidden="true" focusable="false">
      {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => {
        const x = before;
        before += counts[outcome];
        return (
          <rect
            key={outcome}
            class={`bar-${outcome}`}
            x={percent(x, all)}
            width={percent(counts[outcome], all)}
            height="100%"
          />
        );
      })}
    </svg>
  );
}

function percent(count: number, of: number): string {
  return `${((100 * count) / Math.max(1, of)).toFixed(3)}%`;
}

function wordsOf(counts: OutcomeCounts): string {
  const rest = OUTCOMES.filter((outcome) => outcome !== 'pass' && counts[outcome] > 0);
  return rest.map((outcome) => `${grouped(counts[outcome])} ${WORDS[outcome]}`).join(', ');
}

/** Rounded down: what did not pass must not look like all. */
function share(counts: OutcomeCounts): string {
  const tenths = Math.floor((counts.pass * 1000) / Math.max(1, total(counts)));
  return `${tenths === 1000 ? '100' : (tenths / 10).toFixed(1)}%`;
}
