import { hash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { STYLE } from './style.ts';

/** The parts of a page that stands in one file. */
export interface PageParts {
  /** The title, already safe to show. */
  readonly title: string;
  readonly body: ComponentChildren;
  /** The script of the page; without one, the page has no `search` and no buttons. */
  readonly script?: string;
}

/**
 * Renders a page that opens from a disk and asks for nothing: its policy forbids every request, and runs no script but
 * this one. All texts are escaped.
 */
export function htmlPage({ title, body, script = '' }: PageParts): string {
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `style-src ${digestOf(STYLE)}`,
    ...(script === '' ? [] : [`script-src ${digestOf(script)}`]),
  ];
  const head = renderToStaticMarkup(
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content={policy.join('; ')} />
      <meta name="referrer" content="no-referrer" />
      <title>{title}</title>
    </>,
  );
  const end = script === '' ? '' : `<script>${script}</script>`;
  return `<!doctype html>\n<html lang="en"><head>${head}<style>${STYLE}</style></head><body>${renderToStaticMarkup(<>{body}</>)}${end}</body></html>\n`;
}

/** The digest of an inline text, as the policy of a page names it. */
function digestOf(text: string): string {
  return `'sha256-${hash('sha256', text, 'base64')}'`;
}
