import { readYaml } from '../../../reference/yaml/yaml.ts';
import { scan } from '../../../reference/yaml/scanner.ts';
import type { Token } from '../../../reference/yaml/token.ts';
import type { YamlReader } from './message.ts';

/** Implementations that read a plain scalar, or some other YAML notation, differently than the release. */
export const YAML_REWRITES = {
  'yaml-scalars-as-text': plain(/./, quoted),
  'yaml-y-and-n-as-booleans': plain(/^[yn]$/i, (word) => (/y/i.test(word) ? 'true' : 'false')),
  'yaml-lower-case-words-only': plain(
    (text) => /^(?:yes|no|on|off|true|false)$/i.test(text) && /[A-Z]/.test(text),
    quoted,
  ),
  'yaml-true-and-false-only': plain(/^(?:yes|no|on|off)$/i, quoted),
  'yaml-octal-with-o': plain(/^0o[0-7]+$/, (digits) => String(Number.parseInt(digits.slice(2), 8))),
  'yaml-leading-zeros-as-decimal': plain(/^0\d+$/, (digits) => String(Number(digits))),
  'yaml-hexadecimal-as-text': plain(/^[-+]?0x[\da-f_]+$/i, quoted),
  'yaml-integers-of-53-bits-as-floats': plain(/^\d{10,}$/, (digits) => `${digits}.0`),
  'yaml-floats-without-digit-before-dot-as-text': plain(/^\.\d+$/, quoted),
  'yaml-floats-without-digit-behind-dot-as-text': plain(/^[-+]?\d+\.$/, quoted),
  'yaml-tilde-as-text': plain(/^~$/, quoted),
  'yaml-null-in-lower-case-only': plain(/^(?:Null|NULL)$/, quoted),
  'yaml-nothing-as-empty-text': rewrites(/(?<=^\w+:)(?=\n(?! ))/gm, " ''"),
  'yaml-dates-as-text': plain(/^\d{4}-\d\d-\d\d.*$/, quoted),
  'yaml-sexagesimal-above-59-as-integer': plain(/^\d+:\d+$/, base60),
  'yaml-equals-sign-as-text': plain(/^=$/, quoted),
  'yaml-reserved-signs-as-text': rewrites(/(?<=: |- |\[|, )([@`%][^,\]\n]*)/g, '"$1"'),
  'yaml-tabs-as-blanks': rewrites(/(?<=[:-])\t+|^\t+/gm, ' '),
  'yaml-unknown-tags-ignored': rewrites(/(?<=[:,-] |\[|\{)!(?![!<])[\w/:.]+ /g, ''),
  'yaml-all-tags-ignored': rewrites(/(?<=[:,-] |\[|\{)!{1,2}[\w/:.]+ /g, ''),
  'yaml-refuses-anchors': refuses(/(?<=[:,-] |\[|\{)[&*]\w/),
  'yaml-refuses-byte-order-mark': refuses(/^\ufeff/),
  'yaml-refuses-crlf': refuses(/\r\n/),
  'yaml-refuses-markers': refuses(/^(?:---|\.\.\.)/m),
  'yaml-comments-in-text': rewrites(/(?<=\S)#/g, ' #'),
  'yaml-block-scalars-stripped': rewrites(/(?<=[:-] )([|>])(?:\+)?(?=\n)/g, '$1-'),
  'yaml-block-scalars-kept': rewrites(/(?<=[:-] )([|>])-?(?=\n)/g, '$1+'),
  'yaml-folded-as-literal': rewrites(/(?<=[:-] )>(?=[-+\d]*\n)/g, '|'),
  'yaml-literal-as-folded': rewrites(/(?<=[:-] )\|(?=[-+\d]*\n)/g, '>'),
  'yaml-last-document-only': rewrites(/^[^]*\n---\n(?=[^]*\w)/, ''),
  'yaml-json-only': json,
  'yaml-double-quotes-without-escapes': rewrites(/\\(?=[xuU])/g, '\\\\'),
} satisfies Readonly<Record<string, YamlReader>>;

/** Reads the text with each plain scalar that `wanted` matches rewritten by `by`. Scalars over several lines stay. */
function plain(wanted: RegExp | ((text: string) => boolean), by: (text: string) => string): YamlReader {
  const isWanted = typeof wanted === 'function' ? wanted : (text: string) => wanted.test(text);
  return (text) => {
    const content = text.replace(/^\ufeff/, '');
    let rewritten = content;
    // The scalars are replaced from the end on, so that earlier places stay valid.
    for (const token of [...scan(content)].sort(lastFirst)) {
      if (token.kind !== 'scalar' || !token.plain || !isWanted(token.text)) continue;
      if (!content.startsWith(token.text, token.start)) continue;
      const end = token.start + token.text.length;
      rewritten = rewritten.slice(0, token.start) + by(token.text) + rewritten.slice(end);
    }
    return readYaml(rewritten);
  };
}

/** Reads the text with `instead` in place of `found`. */
function rewrites(found: RegExp, instead: string): YamlReader {
  return (text) => readYaml(text.replace(found, instead));
}

/** Refuses a text with a notation that the program does not know. */
function refuses(unknown: RegExp): YamlReader {
  return (text) => readYaml(unknown.test(text) ? '[' : text);
}

function json(text: string): ReturnType<YamlReader> {
  try {
    JSON.parse(text);
    return readYaml(text);
  } catch {
    return readYaml('[');
  }
}

function lastFirst(one: Token, other: Token): number {
  return other.start - one.start;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function base60(text: string): string {
  const [high, low] = text.split(':').map(Number);
  return String((high ?? 0) * 60 + (low ?? 0));
}
