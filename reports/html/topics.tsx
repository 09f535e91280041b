import { total, type OutcomeCounts, type Summary } from '../summary.ts';
import { visible } from '../visible.ts';

/** The width of a bar in units of its picture. */
const WIDTH = 1000;

/** The topics as bars, each with its numbers. */
export function Topics({ summary: { topics } }: { readonly summary: Summary }) {
  if (topics.size === 0) return <p>No case was asked.</p>;
  return (
    <ul class="bars">
      {[...topics].map(([topic, counts]) => (
        <li key={topic}>
          <span class="name">{visible(topic)}</span>
          <Bar counts={counts} />
          <span class="number">{numbersOf(counts)}</span>
        </li>
      ))}
    </ul>
  );
}

function Bar({ counts }: { readonly counts: OutcomeCounts }) {
  const all = Math.max(1, total(counts));
  const rest = counts.unsupported + counts['not-run'];
  const parts = [
    ['pass', counts.pass],
    ['fail', total(counts) - counts.pass - rest],
    ['rest', rest],
  ] as const;
  let x = 0;
  return (
    <svg viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true">
      {parts.map(([name, count]) => {
        // A single failure among thousands of cases stays visible.
        const width = count === 0 ? 0 : Math.max(6, (count / all) * WIDTH);
        const at = Math.min(x, WIDTH - width);
        x = at + width;
        return <rect key={name} class={name} x={at} y={0} width={width} height={10} />;
      })}
    </svg>
  );
}

function numbersOf(counts: OutcomeCounts): string {
  const rest = counts.unsupported + counts['not-run'];
  const failed = total(counts) - counts.pass - rest;
  return [
    `${counts.pass} passed`,
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(rest === 0 ? [] : [`${rest} not answered`]),
  ].join(', ');
}
