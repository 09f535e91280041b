import type { RequirementState } from '../requirement-summary.ts';

interface Mark {
  readonly symbol: string;
  readonly word: string;
}

/** The sign and the words of each state, the worst first. Colour is never the only sign. */
export const MARKS: Readonly<Record<RequirementState, Mark>> = {
  failed: { symbol: '✗', word: 'failed' },
  listed: { symbol: '◐', word: 'known failure' },
  unclear: { symbol: '?', word: 'unclear' },
  unsupported: { symbol: '○', word: 'not supported' },
  'not-exercised': { symbol: '∅', word: 'not exercised' },
  'not-applicable': { symbol: '–', word: 'not applicable' },
  'not-declared': { symbol: '·', word: 'not declared' },
  passed: { symbol: '✓', word: 'passed' },
};

export const STATES = [
  'failed',
  'listed',
  'unclear',
  'unsupported',
  'not-exercised',
  'not-applicable',
  'not-declared',
  'passed',
] as const satisfies readonly RequirementState[];

/** Returns the worst of some states; undefined for none. */
export function worstOf(states: readonly RequirementState[]): RequirementState | undefined {
  return STATES.find((state) => states.includes(state));
}

export function StateMark({ state }: { readonly state: RequirementState }) {
  const { symbol, word } = MARKS[state];
  return (
    <span class={`state ${state}`}>
      <span class="symbol" aria-hidden="true">
        {symbol}
      </span>
      {word}
    </span>
  );
}
