import type { Behaviour } from './conversation.ts';
import { change, dropMembers, find, isMapping, type Mapping } from './change.ts';
import { error, hello, lineOf, result, type Question } from './message.ts';

/** The fields that the programs below have, the others being unknown to them. */
const FIELDS = ['nodes', 'commands', 'resources.gpu'];

/** Programs that declare some of the fields or verdicts alone, and what they make of that. */
export const DECLARED = {
  'declares-some': declares(rightly),
  'declares-some-and-leaves-out-the-rest': declares((normal) => onlyDeclared(normal)),
  'declares-some-and-errs-in-the-rest': declares((normal) => ({
    ...normal,
    stop_duration: 'soon',
    ports: 8,
  })),
  'declares-some-with-a-wrong-default': declares((normal, document) =>
    find(document, '/nodes') === undefined ? { ...normal, nodes: 2 } : normal,
  ),
  'declares-some-and-leaves-out-one': declares((normal) => dropped(normal, 'nodes')),
  'declares-some-and-leaves-out-a-part': declares((normal) => dropped(normal, 'resources')),
  'declares-some-and-refuses-the-rest': {
    ...declares(rightly),
    // It must not be asked about anything else, so it may as well break down there.
    reply: (question) =>
      isBeyond(question.document) ? lineOf(error(question.id, 1, 'later')) : right(question),
  },
  'declares-some-and-ignores-unknown-names': {
    ...declares(rightly),
    reply: (question) => (isUnknown(question) ? accepting(question) : right(question)),
  },
  'declares-what-does-not-exist': introduces(['nodes', 'gpu']),
  'declares-nothing': introduces([]),
  verdicts: { ...givesVerdicts(), reply: (question) => lineOf(verdict(question)) },
  'verdicts-of-everything': { ...givesVerdicts(), reply: ({ id }) => lineOf(result(id, { accepted: true })) },
  'verdicts-with-values': {
    ...givesVerdicts(),
    reply: (question) => lineOf(saying(question, (normal) => ({ ...normal, nodes: 'many' }))),
  },
  'verdicts-undeclared': { reply: (question) => lineOf(verdict(question)) },
  'answers-of-another-kind': { hello: ({ id }) => lineOf(hello(id, { answers: 'both' })) },
} satisfies Readonly<Record<string, Behaviour>>;

type Say = (normal: Mapping, document: unknown) => unknown;

function declares(say: Say): Behaviour {
  return { ...introduces(FIELDS), reply: (question) => lineOf(saying(question, say)) };
}

function introduces(fields: readonly string[]): Behaviour {
  return { hello: ({ id }) => lineOf(hello(id, { fields, window: 256 })) };
}

function givesVerdicts(): Behaviour {
  return { hello: ({ id }) => lineOf(hello(id, { answers: 'verdicts', window: 256 })) };
}

/** Returns the right answer without the normal form. */
function verdict({ right: message }: Question): unknown {
  return change(message, '/result/accepted', () => true);
}

function saying({ right: message, document }: Question, say: Say): unknown {
  return change(message, '/result/accepted', (normal) =>
    isMapping(normal) ? say(normal, document) : normal,
  );
}

function right(question: Question): string {
  return lineOf(question.right);
}

function rightly(normal: Mapping): unknown {
  return normal;
}

function dropped(normal: Mapping, name: string): unknown {
  return dropMembers(normal, (key) => key === name);
}

function onlyDeclared({ nodes, commands, resources }: Mapping): unknown {
  return { nodes, commands, resources: { gpu: find(resources, '/gpu') } };
}

const KNOWN = ['type', 'nodes', 'commands', 'resources'];

/** Fields that exist, and that the programs don't have. */
const OTHERS = ['image', 'env', 'ports', 'volumes', 'python', 'retry', 'stop_duration', 'termination_policy'];

function isBeyond(document: unknown): boolean {
  const inner = find(document, '/resources');
  const others =
    isMapping(inner) && Object.keys(inner).some((key) => ['cpu', 'memory', 'disk'].includes(key));
  return others || (isMapping(document) && Object.keys(document).some((key) => OTHERS.includes(key)));
}

function isUnknown({ document }: Question): boolean {
  return isMapping(document) && Object.keys(document).some((key) => !KNOWN.includes(key));
}

function accepting({ id, document }: Question): string {
  return lineOf(result(id, { accepted: document }));
}
