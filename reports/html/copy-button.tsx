import { visibleJson } from '../visible.ts';

/** A longer text has no button. */
const MOST = 8000;

/** A button that copies a text, exactly as it is. Without script it is not shown. */
export function CopyButton({ what, text }: { readonly what: string; readonly text: string }) {
  if (text.length > MOST) return null;
  return (
    <button type="button" class="copy" data-copy={visibleJson(text)}>
      Copy {what}
    </button>
  );
}
