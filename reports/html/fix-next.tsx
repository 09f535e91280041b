import type { Summary } from '../summary.ts';
import { causeTitle } from '../cause-text.ts';
import { About } from './causes.tsx';
import { causeAnchor, countedGrouped, grouped } from './words.tsx';

/** This many causes are worth the next look. */
const NEXT = 5;

/** The causes whose repair gains most, each with its gain. */
export function FixNext({ summary }: { readonly summary: Summary }) {
  const { causes } = summary;
  if (causes.length === 0) return null;
  const most = Math.max(...causes.slice(0, NEXT).map(({ count }) => count));
  return (
    <section id="fix-next" aria-labelledby="fix-next-title">
      <h2 id="fix-next-title">Fix next</h2>
      <p class="lead">
        {causes.length > NEXT
          ? `The first ${NEXT} of ${countedGrouped(causes.length, 'cause')}, by what their repair gains.`
          : 'What is left, by what its repair gains.'}
      </p>
      <ol class="next">
        {causes.slice(0, NEXT).map((cause) => (
          <li key={cause.id}>
            <a href={`#${causeAnchor(cause.id)}`}>
              <span class="gain">
                <strong>+{grouped(cause.gain)}</strong>
                <span class="quiet">{cause.gain === 1 ? 'case would pass' : 'cases would pass'}</span>
                <svg class="gain-bar" aria-hidden="true" focusable="false">
                  <rect class="of" width={percent(cause.count, most)} height="100%" rx="2" />
                  <rect class="gained" width={percent(cause.gain, most)} height="100%" rx="2" />
                </svg>
              </span>
              <span class="next-what">
                <span class="cause-title">{causeTitle(cause)}</span>
                <span class="cause-about">
                  <About cause={cause} summary={summary} />
                </span>
                <span class="quiet">
                  {cause.level} · {countedGrouped(cause.count, 'case')} fail{cause.count === 1 ? 's' : ''}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function percent(count: number, of: number): string {
  return `${((100 * count) / Math.max(1, of)).toFixed(2)}%`;
}
