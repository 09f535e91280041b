import type { Answers } from './answer.ts';
import { changeTexts, isList } from './change.ts';
import { reads, says } from './wrong.ts';

/** Implementations that clean, normalize, escape or cut text. */
export const WRONG_TEXTS = {
  'texts-trimmed': readsTexts('', (text) => text.trim()),
  'list-items-trimmed': readsTexts('/regions', (text) => text.trim()),
  'commands-right-trimmed': readsTexts('/commands', (text) => text.trimEnd()),
  'commands-final-break-dropped': readsTexts('/commands', (text) => text.replace(/\n$/, '')),
  'commands-blank-lines-dropped': readsTexts('/commands', (text) => text.replace(/\n(?:[ \t]*\n)+/g, '\n')),
  'commands-inner-blanks-joined': readsTexts('/commands', (text) => text.replace(/(?<=\S) {2,}(?=\S)/g, ' ')),
  'commands-empty-dropped': says('/commands', (commands) =>
    isList(commands) && commands.some((each) => each !== '')
      ? commands.filter((each) => each !== '')
      : commands,
  ),
  'commands-comments-cut': readsTexts('/commands', (text) => text.replace(/ #.*$/gm, '')),
  'empty-texts-as-null': says('/*', (value) => (value === '' ? null : value)),
  'texts-nfc': readsTexts('', (text) => text.normalize('NFC')),
  'texts-nfkc': readsTexts('', (text) => text.normalize('NFKC')),
  'texts-lower-case': readsTexts('', (text) => text.toLowerCase()),
  'texts-html-escaped': readsTexts('', (text) =>
    text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  ),
  'texts-url-decoded': readsTexts('', (text) =>
    text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  ),
  'texts-unescaped': readsTexts('', (text) =>
    text.replace(/\\([ntr\\"])/g, (_, sign: string) => UNESCAPED[sign] ?? sign),
  ),
  'texts-latin-1': readsTexts('', (text) => text.replace(/[^\0-\xff]/g, '?')),
  'texts-read-as-latin-1': readsTexts('', (text) => Buffer.from(text, 'utf8').toString('latin1')),
  'texts-without-astral-characters': readsTexts('', (text) => text.replace(/[\ud800-\udfff]/g, '\ufffd')),
  'texts-without-controls': readsTexts('', (text) => text.replace(/(?![\n\t])\p{Cc}/gu, '')),
  'texts-tabs-expanded': readsTexts('', (text) => text.replaceAll('\t', '    ')),
  'texts-crlf-as-lf': readsTexts('', (text) => text.replace(/\r\n?/g, '\n')),
  'texts-quotes-stripped': readsTexts('', (text) => text.replace(/^(["'])([^]*)\1$/, '$2')),
  'texts-variables-interpolated': readsTexts('', (text) => text.replace(/\$(?:\w+|\{\w+\})/g, '')),
  'texts-home-expanded': readsTexts('', (text) => text.replace(/^~(?=\/|$)/, '/root')),
  'texts-words-parsed': readsTexts('', (text) =>
    text === 'true' ? 'True' : text === 'false' ? 'False' : text,
  ),
  'texts-cut-at-255': readsTexts('', cutAt(255)),
  'texts-cut-at-65535': readsTexts('', cutAt(65_535)),
  'paths-with-backslashes': readsTexts('', (text) => text.replaceAll('\\', '/')),
  'working-dir-parents-resolved': readsTexts('/working_dir', (text) =>
    text.replace(/[^/]+\/\.\.(?:\/|$)/g, ''),
  ),
} satisfies Readonly<Record<string, Answers>>;

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** Misreads every text of a valid document at `pointer` or below. */
function readsTexts(pointer: string, by: (text: string) => string): Answers {
  return reads(pointer, (found) => changeTexts(found, by));
}

function cutAt(length: number): (text: string) => string {
  return (text) => text.slice(0, length);
}
