import { change, isList, isMapping } from './change.ts';
import { always, right, write, type Behaviour, type Output, type Reply } from './conversation.ts';
import { hello, lineOf, type Message, type Question } from './message.ts';
import { respell } from './respell.ts';

/** Programs with right answers in unusual ways. Every one of them must pass. */
export const ODD = {
  honest: {},
  'noisy-stderr': always(noisily),
  slow: always((question) => later(20, right(question))),
  'out-of-order': always(reversed()),
  'in-fragments': always(inFragments()),
  'blanks-between-tokens': always(
    ({ right: message }) => `${JSON.stringify(message, null, 1).replaceAll('\n', ' ')}\n`,
  ),
  'escaped-unicode': always((question) => right(question).replace(/[\u0080-\uffff]/g, escape)),
  'carriage-returns': always((question) => right(question).replace('\n', '\r\n')),
  'keys-reversed': always(({ right: message }) => lineOf(withKeysReversed(message))),
  'other-spelling': always(({ right: message }) => lineOf(change(message, '/result/accepted', respell))),
  'floats-in-another-order': always(withFloatsInEnv),
  'float-for-integer': always((question) => right(question).replace(/"nodes":(\d+)/, '"nodes":$1.0')),
  'tpu-by-its-old-names': always(({ right: message }) =>
    lineOf(change(message, '/result/accepted/resources/gpu', asTpu)),
  ),
  'rejected-in-silence': always(({ right: message }) =>
    lineOf(change(message, '/result/rejected', () => [])),
  ),
  'rejected-without-paths': rejecting(({ message }) => ({ message })),
  'rejected-without-messages': rejecting(({ path }) => ({ path })),
  'rejected-with-more-members': rejecting((violation) => ({ ...violation, severity: 'error', line: 3 })),
  'rejected-with-escape-sequences': rejecting(({ path }) => ({
    path,
    message: '\u001b[31mno\u001b[0m\u0007\u202e',
  })),
  'first-violation-only': always(({ right: message }) =>
    lineOf(change(message, '/result/rejected', firstOf)),
  ),
  'introduction-with-more-members': introduces({ capabilities: { streaming: false } }),
  'introduction-with-escape-sequences': introduces({
    implementation: { name: '\u001b[2J\u001b]0;owned\u0007' },
  }),
  'introduction-of-a-megabyte': introduces({ implementation: { name: 'x'.repeat(1_000_000 - 1000) } }),
  'lock-step': introduces({ window: 1 }),
  'window-missing': introduces({ window: undefined }),
  'window-huge': introduces({ window: 1_000_000_000 }),
  'goodbye-without-answer': { goodbye: () => process.exit(0) },
} satisfies Readonly<Record<string, Behaviour>>;

/** Answers with a float that must remain one, whatever the order of the members beside it. */
function withFloatsInEnv({ id, right: { result } }: Question): Output {
  const text = JSON.stringify(result).replace('["A=True","B=1.0"]', '{"B":1.0,"A":true}');
  return `{"result":${text},"id":${String(id)},"jsonrpc":"2.0"}\n`;
}

function introduces(differing: Message): Behaviour {
  return { hello: ({ id }) => lineOf(hello(id, differing)) };
}

function rejecting(by: (violation: Message) => Message): Behaviour {
  return always(({ right: message }) =>
    lineOf(
      change(message, '/result/rejected/*', (violation) =>
        isMapping(violation) ? by(violation) : violation,
      ),
    ),
  );
}

function asTpu(gpu: unknown): unknown {
  if (!isMapping(gpu) || gpu.vendor !== 'google') return gpu;
  return change({ ...gpu, vendor: 'TPU' }, '/name/*', (name) => `tpu-${String(name)}`);
}

function firstOf(violations: unknown): unknown {
  return isList(violations) ? violations.slice(0, 1) : violations;
}

function noisily(question: Question): Output {
  process.stderr.write(`WARNING: \u001b[1mdeprecated\u001b[0m ${'x'.repeat(100_000)}\nError: not an error\n`);
  return right(question);
}

function later(milliseconds: number, output: Output): Output {
  setTimeout(() => {
    write(output);
  }, milliseconds);
  return '';
}

/** Waits until no more questions come, and then answers the last one first. */
function reversed(): Reply {
  const waiting: Question[] = [];
  let timer: NodeJS.Timeout | undefined;
  return (question) => {
    waiting.unshift(question);
    clearTimeout(timer);
    timer = setTimeout(() => {
      write(waiting.splice(0).map(right).join(''));
    }, 10);
    return '';
  };
}

/** Writes a few bytes at a time, so that characters are cut in two. */
function inFragments(): Reply {
  let last: Promise<void> = Promise.resolve();
  return (question) => {
    const bytes = Buffer.from(right(question));
    last = last.then(async () => {
      for (let at = 0; at < bytes.length; at += 97) {
        write(bytes.subarray(at, at + 97));
        await new Promise(setImmediate);
      }
    });
    return '';
  };
}

function escape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function withKeysReversed(value: unknown): unknown {
  if (isList(value)) return value.map(withKeysReversed);
  if (!isMapping(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, withKeysReversed(member)] as const);
  return Object.fromEntries(members.reverse());
}
