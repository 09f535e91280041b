import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Measured } from './measured-row.ts';
import { readAnswerLine } from './read-answer.ts';

/** The adapter exits with this code if its release is not installed. */
const EXIT_NOT_INSTALLED = 69;

export type Asked =
  /** One answer per text, in order. */
  | { readonly kind: 'answered'; readonly answers: readonly Measured[] }
  | { readonly kind: 'not-installed'; readonly message: string };

/** Asks the adapter of a release for all texts. Throws if it leaves one of them without an answer. */
export async function askRelease(command: readonly string[], texts: readonly string[]): Promise<Asked> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A program that exits early closes its input. The missing answers tell of it.
  child.stdin.on('error', () => undefined);
  child.stdin.end(texts.map(requestFor).join(''));
  const answers = new Map<number, Measured>();
  for await (const line of createInterface({ input: child.stdout })) {
    const { id, measured } = readAnswerLine(line);
    answers.set(id, measured);
  }
  await ended;
  if (child.exitCode === EXIT_NOT_INSTALLED) return { kind: 'not-installed', message: stderr.trim() };
  const inOrder = texts.flatMap((_, index) => answers.get(index) ?? []);
  if (inOrder.length < texts.length)
    throw new Error(`only ${inOrder.length} of ${texts.length} texts were answered\n${stderr}`);
  return { kind: 'answered', answers: inOrder };
}

function requestFor(yaml: string, id: number): string {
  return `${JSON.stringify({ jsonrpc: '2.0', id, method: 'normalize', params: { yaml } })}\n`;
}
