import { basename } from 'node:path';
import type { InputKind } from '../../spec/generated/protocol.ts';
import type { Introduction } from '../protocol/handshake.ts';
import { askOneByOne } from './one-by-one.ts';
import { PlainAsker } from './plain-asker.ts';
import type { RunnerEvents, RunnerSettings } from './run.ts';
import type { RunEnd } from './runner.ts';

/** What the caller says of a program that can't introduce itself. */
export interface PlainPromise {
  readonly input: InputKind;
  /** Present if only its exit codes count. */
  readonly answers: 'verdicts' | undefined;
}

/**
 * Asks all cases of a program without an adapter: one process per case, the document on standard input, the normal
 * form (JSON or YAML) on standard output. Exit 0 accepts, exit 1 rejects, and every other end is a crash. Standard
 * error has no meaning. The process may take both timeouts together, because it starts and answers at once.
 */
export async function runPlainCases(
  settings: RunnerSettings,
  promised: PlainPromise,
  events: RunnerEvents,
): Promise<RunEnd> {
  const asker = new PlainAsker(settings, events.note);
  const introduction = introductionOf(settings.command, promised);
  const { cases } = events.started(introduction);
  const source = cases[Symbol.iterator]();
  try {
    await Promise.all(
      Array.from({ length: settings.jobs }, () => askOneByOne(source, asker, settings, events)),
    );
  } finally {
    await asker.close();
  }
  const { stopped } = asker;
  return { introduction, restarts: 0, ...(stopped === undefined ? {} : { stopped }) };
}

function introductionOf([program = '']: readonly string[], { input, answers }: PlainPromise): Introduction {
  const verdicts = answers === undefined ? {} : { answers };
  return { name: basename(program), version: null, language: null, inputs: [input], window: 1, ...verdicts };
}
