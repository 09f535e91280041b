import { always, onChosen, right, type Behaviour } from './conversation.ts';
import { error, hello, lineOf, result, type Message, type Question } from './message.ts';

const DEEP = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

/** Programs that introduce themselves wrongly, or that break the promises of their introduction. */
export const HANDSHAKE = {
  'wrong-protocol-version': introduces({ protocol: 2 }),
  'protocol-as-text': introduces({ protocol: '1' }),
  'protocol-too-deep': { hello: ({ id }) => lineOf(hello(id)).replace('"protocol":1', `"protocol":${DEEP}`) },
  'protocol-missing': introduces({ protocol: undefined }),
  'implementation-without-name': introduces({ implementation: {} }),
  'inputs-none': introduces({ inputs: [] }),
  'inputs-missing': introduces({ inputs: undefined }),
  'inputs-unknown': introduces({ inputs: ['toml'] }),
  'window-zero': introduces({ window: 0 }),
  'window-text': introduces({ window: '8' }),
  'handshake-refused': { hello: ({ id }) => lineOf(error(id, -32601, 'method not found')) },
  'handshake-unanswered': { hello: () => '' },
  'handshake-garbage': { hello: () => 'Usage: faulty [OPTIONS] FILE\n' },
  'handshake-for-another-id': { hello: () => lineOf(hello(77)) },
  'handshake-twice': { hello: ({ id }) => lineOf(hello(id)).repeat(2) },
  'offers-yaml-but-refuses-it': offersYaml(({ id }) => lineOf(error(id, -32602, 'params.config is missing'))),
  'offers-yaml-but-rejects-it': offersYaml(({ id }) => lineOf(result(id, { rejected: [] }))),
  'offers-yaml-but-dies-of-it': offersYaml(() => process.exit(1)),
  'supports-all-but-chosen': onChosen(({ id }) => lineOf(result(id, { unsupported: 'not yet' }))),
  'supports-nothing': always(({ id }) => lineOf(result(id, { unsupported: 'not yet' }))),
} satisfies Readonly<Record<string, Behaviour>>;

function introduces(differing: Message): Behaviour {
  return { hello: ({ id }) => lineOf(hello(id, differing)) };
}

function offersYaml(wrong: (question: Question) => string): Behaviour {
  return {
    ...introduces({ inputs: ['json', 'yaml'] }),
    reply: (question) => (question.input === 'yaml' ? wrong(question) : right(question)),
  };
}
