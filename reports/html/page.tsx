import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { SCRIPT, STYLE } from '../../spec/generated/report-page.ts';
import { visible, visibleLines } from '../visible.ts';

/** The parts of a page that differ from report to report. */
export interface Page {
  readonly title: string;
  /** All that stands in the body. A `header`, a `nav` and a `main` belong there. */
  readonly body: ComponentChildren;
}

/**
 * Makes a whole HTML file. It loads nothing, runs no script but its own, and shows characters that reorder or hide text
 * as escapes. Its styles and its script are the same for every report.
 */
export function htmlPage({ title, body }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${visible(render(<title>{title}</title>))}
<style>${STYLE}</style>
</head>
<body>
${visibleLines(render(<>{body}</>))}
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Allows the page its own styles and its own script, and nothing else. */
function policy(): string {
  return [
    `default-src 'none'`,
    `style-src '${digestOf(STYLE)}'`,
    `script-src '${digestOf(SCRIPT)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
