/** A step of a page of the documentation: a command with what it prints, or a change of files. */
export type Step =
  | {
      readonly kind: 'command';
      /** The line of the page, from 1. */
      readonly line: number;
      readonly command: string;
      readonly expected: string;
    }
  | { readonly kind: 'change'; readonly line: number; readonly diff: string };

const BLOCK = /^```(?<language>console|diff)\n(?<body>.*?)^```$/gms;

/** Returns the steps in the blocks `console` and `diff` of a page in Markdown, in their order. */
export function stepsIn(page: string): Step[] {
  return [...page.matchAll(BLOCK)].flatMap(({ index, groups = {} }) => {
    const line = page.slice(0, index).split('\n').length;
    const { language = '', body = '' } = groups;
    return language === 'diff' ? [{ kind: 'change', line, diff: body }] : commandsIn(body, line);
  });
}

function commandsIn(body: string, line: number): Step[] {
  return body.split(/^(?=\$ )/m).map((part) => {
    const [first = '', ...rest] = part.split('\n');
    return { kind: 'command', line, command: first.slice(2), expected: rest.join('\n').trimEnd() };
  });
}

/**
 * Returns whether a text is as a page shows it. `…` alone on a line stands for any lines, or none; elsewhere it stands
 * for any characters of the line.
 */
export function isAsShown(expected: string, text: string): boolean {
  const pattern = expected
    .split('\n')
    .map((line) => (line.trim() === '…' ? ANY_LINES : `${line.split('…').map(escaped).join('[^\\n]*')}\\n`))
    .join('');
  return new RegExp(`^${pattern}$`).test(`${text.trimEnd()}\n`);
}

const ANY_LINES = '(?:[^\\n]*\\n)*?';

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
