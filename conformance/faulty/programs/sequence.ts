import {
  always,
  isChosen,
  onChosen,
  right,
  write,
  type Behaviour,
  type Output,
  type Reply,
} from './conversation.ts';
import { hello, lineOf, result, type Message, type Question } from './message.ts';

/** Programs that answer at the wrong time, too often, or about another question. */
export const SEQUENCE = {
  'answers-swapped': always(swapped()),
  'answers-one-behind': always(oneBehind()),
  'answers-twice': always((question) => right(question).repeat(2)),
  'answers-chosen-twice': onChosen((question) => right(question).repeat(2)),
  'answers-chosen-again-later': always(againLater()),
  'answers-no-then-yes': onChosen((question) => lineOf(refusal(question.id)) + right(question)),
  'answers-late': onChosen((question) => later(5_000, right(question))),
  'answers-unknown-id': onChosen((question) => lineOf(refusal(999_999_999)) + right(question)),
  'answers-ahead': { hello: lockStep, ...onChosen((question) => right(question) + ahead(question)) },
  'answers-under-the-next-id': onChosen((question) => withId(question, 1)),
  'answers-under-the-next-id-in-lock-step': {
    hello: lockStep,
    ...onChosen((question) => withId(question, 1)),
  },
  'answers-under-the-id-before': onChosen((question) => withId(question, -1)),
  'answers-under-the-id-before-in-lock-step': {
    hello: lockStep,
    ...onChosen((question) => withId(question, -1)),
  },
  'answers-before-any-question': { hello: ({ id }) => lineOf(hello(id)) + lineOf(refusal(1)) },
  'answers-before-the-handshake': { start: answerTheFirstId },
  'answers-the-second-time-differently': always(differently()),
  'repeats-the-first-answer-for-ever': always(repeating()),
  'answers-worse-with-time': always((question) =>
    question.nth > 1 ? lineOf(refusal(question.id)) : right(question),
  ),
} satisfies Readonly<Record<string, Behaviour>>;

function refusal(id: unknown): Message {
  return result(id, { rejected: [{ path: '', message: 'invalid' }] });
}

/** With one question at a time, the next one is certainly not asked yet. */
function lockStep({ id }: Question): Output {
  return lineOf(hello(id, { window: 1 }));
}

function ahead({ id }: Question): string {
  return lineOf(refusal(Number(id) + 1));
}

/** Returns the right answer under the id of a neighbour. */
function withId({ id, right: message }: Question, offset: number): string {
  return lineOf({ ...message, id: Number(id) + offset });
}

function later(milliseconds: number, output: Output): Output {
  setTimeout(() => {
    write(output);
  }, milliseconds);
  return '';
}

function answerTheFirstId(): void {
  write(lineOf(refusal(1)));
}

/** Gives each of two questions in a row the other's answer. A question that stays alone gets its own. */
function swapped(): Reply {
  let waiting: Question | undefined;
  return (question) => {
    const other = waiting;
    waiting = other === undefined ? question : undefined;
    if (other !== undefined) return withIdOf(question, other) + withIdOf(other, question);
    setTimeout(() => {
      if (waiting !== question) return;
      waiting = undefined;
      write(right(question));
    }, 50);
    return '';
  };
}

function oneBehind(): Reply {
  let last: Question | undefined;
  return (question) => {
    const line = withIdOf(question, last ?? question);
    last = question;
    return line;
  };
}

function withIdOf(question: Question, other: Question): string {
  return lineOf({ ...other.right, id: question.id });
}

/** Repeats the chosen answer after the next document was answered. */
function againLater(): Reply {
  let again = '';
  return (question) => {
    const line = right(question) + again;
    again = isChosen(question) ? right(question) : '';
    return line;
  };
}

/** Repeats the first answer again and again in place of the answer about the chosen document. */
function repeating(): Reply {
  let first: Question | undefined;
  return (question) => {
    first ??= question;
    if (!isChosen(question)) return right(question);
    const again = right(first);
    if (first !== question) setInterval(write, 50, again);
    return '';
  };
}

/** Refuses the chosen document only when it is asked about it for the first time. */
function differently(): Reply {
  let seen = false;
  return (question) => {
    if (!isChosen(question) || seen) return right(question);
    seen = true;
    return lineOf(refusal(question.id));
  };
}
