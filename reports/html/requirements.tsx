import type { RequirementSummary } from '../requirement-summary.ts';
import type { Summary } from '../summary.ts';
import { visible } from '../visible.ts';
import { idOfCause, idOfRequirement } from './anchors.ts';
import { State, STATES } from './state.tsx';
import { Words } from './words.tsx';

/** All requirements with their state, those that need attention first in each topic. */
export function Requirements({ summary: { requirements } }: { readonly summary: Summary }) {
  if (requirements.size === 0) return <p>The log names no requirement.</p>;
  return (
    <table>
      <caption>
        {requirements.size} requirements. A case may exercise many, and counts for each of them.
      </caption>
      <thead>
        <tr>
          <th scope="col">state</th>
          <th scope="col">requirement</th>
          <th scope="col" class="number">
            passed
          </th>
          <th scope="col" class="number">
            failed
          </th>
        </tr>
      </thead>
      <tbody>
        {[...requirements.values()].map((each) => (
          <Row key={each.id} each={each} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  each: { id, sentence, level, state, counts, causes },
}: {
  readonly each: RequirementSummary;
}) {
  return (
    <tr id={idOfRequirement(id)} data-item data-state={state} data-tone={STATES[state].tone} tabIndex={-1}>
      <td>
        <State state={state} />
      </td>
      <td>
        <code>{visible(id)}</code> <span class="quiet">{level}</span>
        <br />
        <Words text={sentence} />
        {causes.length === 0 ? null : (
          <>
            <br />
            {causes.slice(0, MOST_CAUSES).map((cause, index) => (
              <>
                {index === 0 ? '' : ' · '}
                <a key={cause} href={`#${idOfCause(cause)}`}>
                  cause {cause}
                </a>
              </>
            ))}
          </>
        )}
      </td>
      <td class="number" data-name="passed">
        {counts.passed}
      </td>
      <td class="number" data-name="failed">
        {counts.failed + counts.listed}
      </td>
    </tr>
  );
}

const MOST_CAUSES = 5;
