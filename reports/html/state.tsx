import type { RequirementState } from '../requirement-summary.ts';

/** What a colour of the page says. Each has a symbol and a word beside it wherever it is used. */
export type Tone = 'good' | 'bad' | 'known' | 'other';

interface Shown {
  readonly tone: Tone;
  readonly symbol: string;
  readonly word: string;
}

/** How the page shows the states of requirements, the most urgent first. */
export const STATES: Readonly<Record<RequirementState, Shown>> = {
  failed: { tone: 'bad', symbol: '✗', word: 'failed' },
  listed: { tone: 'known', symbol: '◐', word: 'known failure' },
  unclear: { tone: 'other', symbol: '?', word: 'unclear' },
  unsupported: { tone: 'other', symbol: '○', word: 'unsupported' },
  'not-exercised': { tone: 'other', symbol: '·', word: 'not exercised' },
  'not-applicable': { tone: 'other', symbol: '–', word: 'not applicable' },
  'not-declared': { tone: 'other', symbol: '–', word: 'not declared' },
  passed: { tone: 'good', symbol: '✓', word: 'passed' },
};

/** Returns the most urgent of some states; undefined of none. */
export function mostUrgent(states: readonly RequirementState[]): RequirementState | undefined {
  return (Object.keys(STATES) as RequirementState[]).find((state) => states.includes(state));
}

export function State({ state }: { readonly state: RequirementState }) {
  const { tone, symbol, word } = STATES[state];
  return (
    <span class={`state ${tone}`}>
      <span aria-hidden="true">{symbol}</span>
      {word}
    </span>
  );
}
