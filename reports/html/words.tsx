import { visibleJson, visibleLines } from '../visible.ts';

/** Shows a sentence of the spec, in which backticks stand around code. */
export function Sentence({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split(/`([^`]+)`/)
        .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </>
  );
}

/** Writes a number with blanks that keep groups of three digits apart and never break a line. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, '\u202f');
}

/** Writes a number of things with its noun. */
export function countedGrouped(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The id of a requirement's row. It is a valid target of a link whatever the id holds. */
export function requirementAnchor(id: string): string {
  return `requirement-${id.replaceAll(/[^\w/-]/g, '_')}`;
}

export function causeAnchor(id: string): string {
  return `cause-${id.replaceAll(/[^\w-]/g, '_')}`;
}

interface CopyButtonProps {
  readonly what: string;
  /** The text to copy. */
  readonly text: string;
  /** The id of an element that shows the text. It saves a second copy of the text in the file. */
  readonly shownIn?: string;
}

/**
 * A button that copies a text. Without script it is hidden, because the text can be selected. The text travels as JSON
 * where the page can't show it unchanged.
 */
export function CopyButton({ what, text, shownIn }: CopyButtonProps) {
  const isShown = shownIn !== undefined && visibleLines(text) === text;
  return (
    <button
      type="button"
      class="copy"
      data-copy={isShown ? undefined : visibleJson(text)}
      data-from={isShown ? shownIn : undefined}
      hidden
    >
      Copy {what}
    </button>
  );
}
