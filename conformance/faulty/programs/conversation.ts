import { readYaml } from '../../../reference/yaml/yaml.ts';
import type { Answers } from './answer.ts';
import { honest } from './right-answers.ts';
import { find, findAll } from './change.ts';
import { lineOf, readQuestion, type Question, type YamlReader } from './message.ts';

/** The output in place of the right line. Empty output writes nothing. */
export type Output = string | Uint8Array;

export type Reply = (question: Question) => Output;

/** The behaviour of a program on its pipes. Members that are left out behave rightly. */
export interface Behaviour {
  /** Called before anything is read. */
  readonly start?: () => void;
  readonly hello?: Reply;
  readonly reply?: Reply;
  readonly goodbye?: Reply;
  /** Called when the harness closes the pipe. */
  readonly end?: () => void;
  readonly answers?: Answers;
  readonly yaml?: YamlReader;
}

/** Talks to the harness over stdin and stdout until it says goodbye or closes the pipe. */
export function converse(behaviour: Behaviour): void {
  process.stdout.on('error', () => process.exit(0));
  behaviour.start?.();
  let count = 0;
  let rest = '';
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const question = readQuestion(line, behaviour.answers ?? honest, behaviour.yaml ?? readYaml, count);
      if (question.method === 'normalize') count += 1;
      write(replyTo(question, behaviour)(question));
    }
  });
  process.stdin.on('end', behaviour.end ?? (() => process.exit(0)));
}

let isSilent = false;

export function write(output: Output): void {
  if (output.length > 0 && !isSilent) process.stdout.write(output);
}

/** From now on the program answers nothing, although it reads everything. */
export function fallSilent(): Output {
  isSilent = true;
  return '';
}

/** Makes a program that is wrong only about the document of the table's cases that is called `chosen`. */
export function onChosen(wrong: Reply): Behaviour {
  return { reply: (question) => (isChosen(question) ? wrong(question) : right(question)) };
}

/** Makes a program that is wrong about the documents that leave the local end of a port open, as `*:80` does. */
export function onOpenPort(wrong: Reply): Behaviour {
  return { reply: (question) => (hasOpenPort(question) ? wrong(question) : right(question)) };
}

/** Makes a program that is wrong about the nth document of each process. */
export function onNth(nth: number, wrong: Reply): Behaviour {
  return { reply: (question) => (question.nth === nth ? wrong(question) : right(question)) };
}

/** Makes a program that is wrong about every document. */
export function always(wrong: Reply): Behaviour {
  return { reply: wrong };
}

/** Returns the right line. */
export function right(question: Question): string {
  return lineOf(question.right);
}

export function isChosen(question: Question): boolean {
  return find(question.document, '/image') === 'chosen';
}

function hasOpenPort({ document }: Question): boolean {
  return findAll(document, '/ports/*').some((port) => typeof port === 'string' && port.startsWith('*:'));
}

export function isRejected(question: Question): boolean {
  return find(question.right, '/result/rejected') !== undefined;
}

function replyTo(question: Question, behaviour: Behaviour): Reply {
  switch (question.method) {
    case 'initialize':
      return behaviour.hello ?? right;
    case 'normalize':
      return behaviour.reply ?? right;
    case 'shutdown':
      return behaviour.goodbye ?? rightGoodbye;
    case 'unknown':
      return right;
  }
}

/** `shutdown` may be a notification, which has no id and wants no answer. */
function rightGoodbye(question: Question): Output {
  if (question.id === undefined) process.exit(0);
  return right(question);
}
