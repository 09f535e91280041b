import type { LogDifference } from '../../spec/generated/event-log.ts';
import { cutBytes } from '../cut-bytes.ts';
import { countedGrouped } from './words.tsx';

/** A longer value, in bytes, is cut. */
const LONGEST_VALUE = 2000;
/** At most this many places are shown. */
const MOST_PLACES = 20;

interface AnswerDiffProps {
  readonly expected: Readonly<Record<string, unknown>>;
  readonly differences: readonly LogDifference[];
}

/**
 * Shows where an answer differs from the normal form, with the equal keys folded. Places that say the same in another
 * spelling are equal, so this follows the judge and not the text.
 */
export function AnswerDiff({ expected, differences }: AnswerDiffProps) {
  const wrong = new Set(differences.map(({ path }) => path.split('/')[1] ?? ''));
  const equal = Object.entries(expected).filter(([key]) => !wrong.has(key));
  const more = differences.length - MOST_PLACES;
  return (
    <div class="diff">
      {differences.slice(0, MOST_PLACES).map((each) => (
        <Place key={each.path} {...each} />
      ))}
      {more > 0 && <p class="quiet">and {countedGrouped(more, 'more place')}</p>}
      {equal.length > 0 && (
        <details class="fold">
          <summary>{countedGrouped(equal.length, 'equal key')}</summary>
          <pre>
            <code>{equal.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`).join('\n')}</code>
          </pre>
        </details>
      )}
    </div>
  );
}

function Place({ path, expected, received, kind }: LogDifference) {
  return (
    <dl class="place">
      <dt class="path">{path === '' ? 'the whole answer' : path}</dt>
      <dd class="removed">
        <span class="label">expected</span>{' '}
        <code>{expected === null ? 'nothing' : cutBytes(expected, LONGEST_VALUE)}</code>
      </dd>
      <dd class="added">
        <span class="label">received</span>{' '}
        <code>
          {received === null
            ? kind === 'left-out'
              ? 'nothing: the value is left out'
              : 'nothing'
            : cutBytes(received, LONGEST_VALUE)}
        </code>
      </dd>
    </dl>
  );
}
