import type { CaseLine } from '../../spec/generated/event-log.ts';
import { expectedOf, heardOf } from '../cause-text.ts';
import { visible, visibleLines } from '../visible.ts';
import { foldedDiff } from './text-diff.ts';

/** A longer answer is not compared line by line. */
const MOST = 20_000;

/** What was expected of a case and what came, with equal keys folded. */
export function Answer({ line }: { readonly line: CaseLine }) {
  const [expected, received] = [expectedText(line), receivedText(line)];
  if (expected === undefined || received === undefined || expected.length + received.length > MOST)
    return <Contrast line={line} />;
  return (
    <>
      <pre class="diff" tabIndex={0}>
        {foldedDiff(expected, received).map(({ kind, text }, index) => (
          <span key={index} class={kind}>
            {SIGNS[kind]} {visible(text)}
          </span>
        ))}
      </pre>
      <p class="quiet">− expected, + received. Equal keys are folded.</p>
    </>
  );
}

const SIGNS = { same: ' ', minus: '−', plus: '+', fold: ' ' } as const;

function Contrast({ line }: { readonly line: CaseLine }) {
  return (
    <dl class="pair">
      <dt>expected</dt>
      <dd>{visible(cut(expectedOf(line)))}</dd>
      <dt>received</dt>
      <dd>{visibleLines(cut(heardOf(line)))}</dd>
    </dl>
  );
}

function cut(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST)}…`;
}

/** The expected normal form as indented JSON; undefined if the document is invalid. */
function expectedText({ expected }: CaseLine): string | undefined {
  return 'accepted' in expected ? JSON.stringify(expected.accepted, null, 2) : undefined;
}

/** The normal form in the answer as indented JSON, its keys in the expected order; undefined if there is none. */
function receivedText({ received, expected }: CaseLine): string | undefined {
  const answer = received?.accepted;
  if (typeof answer !== 'object' || answer === null || !('accepted' in expected)) return undefined;
  return JSON.stringify(inOrderOf(expected.accepted, answer), null, 2);
}

/** Orders the keys of mappings as another value has them, so that order alone makes no difference. */
function inOrderOf(model: unknown, value: unknown): unknown {
  if (!isMapping(model) || !isMapping(value)) return value;
  const keys = [...Object.keys(model).filter((key) => Object.hasOwn(value, key)), ...Object.keys(value)];
  return Object.fromEntries([...new Set(keys)].map((key) => [key, inOrderOf(model[key], value[key])]));
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
