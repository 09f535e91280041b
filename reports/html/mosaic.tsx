import type { RequirementState, RequirementSummary } from '../requirement-summary.ts';
import type { Summary } from '../summary.ts';
import { MARKS, STATES } from './state-mark.tsx';
import { grouped } from './words.tsx';

/** Tiles in a row. */
const COLUMNS = 44;
/** The side of a tile, and the step from one to the next. */
const [SIDE, STEP] = [9, 12];

/** One tile for each requirement, in the order of the page. It is a picture of the list further down. */
export function Mosaic({ summary: { requirements } }: { readonly summary: Summary }) {
  const all = [...requirements.values()];
  if (all.length === 0) return null;
  const rows = Math.ceil(all.length / COLUMNS);
  const height = rows * STEP - (STEP - SIDE);
  const seen = [...STATES].reverse().filter((state) => all.some((each) => each.state === state));
  return (
    <figure class="mosaic">
      <svg
        viewBox={`0 0 ${COLUMNS * STEP - (STEP - SIDE)} ${height}`}
        role="img"
        aria-label={labelOf(all, seen)}
      >
        {all.map(({ id, state }, index) => (
          <rect
            key={id}
            class={`tile ${state}`}
            x={(index % COLUMNS) * STEP}
            y={Math.floor(index / COLUMNS) * STEP}
            width={SIDE}
            height={SIDE}
            rx="2"
          >
            <title>{`${id}: ${MARKS[state].word}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption>
        <ul class="legend">
          {seen.map((state) => (
            <li key={state}>
              <span class={`symbol ${state}`} aria-hidden="true">
                {MARKS[state].symbol}
              </span>{' '}
              {MARKS[state].word} <span class="quiet">{grouped(countOf(all, state))}</span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function labelOf(all: readonly RequirementSummary[], seen: readonly RequirementState[]): string {
  return `Requirements: ${seen.map((state) => `${countOf(all, state)} ${MARKS[state].word}`).join(', ')}`;
}

function countOf(all: readonly RequirementSummary[], wanted: RequirementState): number {
  return all.filter(({ state }) => state === wanted).length;
}
