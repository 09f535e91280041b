import { visible } from '../visible.ts';

/** Shows a sentence whose parts in backticks are code. */
export function Words({ text }: { readonly text: string }) {
  const parts = visible(text).split('`');
  // Without its other half, a backtick is only a character.
  if (parts.length % 2 === 0) return <>{visible(text)}</>;
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : <code key={index}>{part}</code>))}</>;
}
