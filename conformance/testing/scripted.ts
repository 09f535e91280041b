import { stringifyNormal } from '../../spec/generated/editions/dstack-0.18.42/normal-text.ts';
import type { TestCase } from '../case/case.ts';
import { SPEC } from '../../spec/generated/editions/dstack-0.18.42/edition.ts';
import { EDITION } from './edition.ts';

/**
 * An act of the scripted child for a case, which is written in the case's document. Without an act, it answers
 * rightly.
 */
export type Act =
  | { readonly do: 'exit'; readonly code: number }
  /** Gives the right answer, and then exits. */
  | { readonly do: 'answer-and-exit'; readonly code: number }
  | { readonly do: 'signal'; readonly signal: string }
  | { readonly do: 'ignore' }
  /** Writes these bytes (latin1) instead of an answer; `ID` stands for the id. */
  | { readonly do: 'say'; readonly text: string }
  /** Writes these bytes, and then the right answer. */
  | { readonly do: 'say-first'; readonly text: string }
  /** Writes the right answer, and then these bytes. */
  | { readonly do: 'say-after'; readonly text: string }
  | { readonly do: 'answer'; readonly result: unknown }
  /** Acts only the first time that it is asked in this process, or only after `count` questions. */
  | { readonly do: 'once'; readonly act: Act }
  | { readonly do: 'after'; readonly count: number; readonly act: Act };

/** A normal form for cases where its content doesn't matter. */
export const NORMAL = stringifyNormal(SPEC.minimal.normal);

/** Makes a case that lets the scripted child act. The document is the script, not a configuration. */
export function scriptedCase(id: string, act?: Act): TestCase {
  return {
    id,
    edition: EDITION,
    input: { kind: 'json', text: JSON.stringify({ id, ...act }) },
    expected: { kind: 'accepted', normal: NORMAL },
    requirements: ['commands/list'],
  };
}

/** Makes `count` cases that the scripted child answers rightly. */
export function goodCases(count: number): TestCase[] {
  return Array.from({ length: count }, (_, index) => scriptedCase(`good/${index}`));
}

/**
 * Returns the command of a child that plays the scripts in its cases. `hello` changes its introduction, and `before`
 * runs first. Both are JavaScript.
 */
export function scriptedChild(hello = '{}', before = ''): string[] {
  return [process.execPath, '-e', PROGRAM.replace('HELLO', () => hello).replace('BEFORE', () => before)];
}

const PROGRAM = `
const NORMAL = ${NORMAL};
const hello = { protocol: 1, implementation: { name: 'scripted' }, inputs: ['json'], window: 64, ...HELLO };
let out = '', rest = '', count = 0;
const acted = new Set();
const say = (text) => { out += text; };
const flush = () => { if (out !== '') process.stdout.write(out, 'latin1'); out = ''; };
const result = (id, value) => say(JSON.stringify({ jsonrpc: '2.0', id, result: value }) + '\\n');
BEFORE
function act(id, script) {
  switch (script.do) {
    case 'exit': flush(); process.exit(script.code);
    case 'answer-and-exit': result(id, { accepted: NORMAL }); flush(); process.exit(script.code);
    case 'signal': flush(); process.kill(process.pid, script.signal); while (true);
    case 'ignore': return;
    case 'say': return say(script.text.replaceAll('ID', id));
    case 'say-first': say(script.text.replaceAll('ID', id)); return result(id, { accepted: NORMAL });
    case 'say-after': result(id, { accepted: NORMAL }); return say(script.text.replaceAll('ID', id));
    case 'answer': return result(id, script.result);
    case 'once': {
      const key = JSON.stringify(script);
      if (acted.has(key)) return act(id, {});
      acted.add(key);
      return act(id, script.act);
    }
    case 'after': return act(id, count > script.count ? script.act : {});
    default: return result(id, { accepted: NORMAL });
  }
}
process.stdin.setEncoding('utf8').on('data', (chunk) => {
  const lines = (rest + chunk).split('\\n');
  rest = lines.pop();
  for (const line of lines) {
    const { id, method, params } = JSON.parse(line);
    count += 1;
    if (method === 'initialize') result(id, hello);
    else if (method === 'shutdown') result(id, null);
    else act(id, params?.config);
  }
  flush();
});
process.stdin.on('end', () => process.exit(0));
`;
