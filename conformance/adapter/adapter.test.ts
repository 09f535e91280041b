import { PassThrough } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAdapter } from './adapter.ts';
import { readMessages } from '../protocol/message.ts';
import { EDITION } from '../testing/edition.ts';

async function talk(...chunks: (string | Buffer)[]): Promise<string[]> {
  const input = new PassThrough();
  const output = new PassThrough();
  const heard = textOf(output);
  for (const chunk of chunks) input.write(chunk);
  input.end();
  await runAdapter(EDITION.language, { input, output });
  output.end();
  return (await heard).split('\n').slice(0, -1);
}

function request(id: unknown, method: string, params?: unknown): string {
  return `${JSON.stringify({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) })}\n`;
}

function normalize(id: number, config: string): string {
  return `{"jsonrpc":"2.0","id":${id},"method":"normalize","params":{"config":${config}}}\n`;
}

describe('the adapter', () => {
  it('introduces itself, judges JSON and YAML, and shuts down', async () => {
    const lines = await talk(
      request(0, 'initialize'),
      normalize(1, '{"type":"task","commands":["a"],"env":{"V":1.0,"W":1}}'),
      request(2, 'normalize', { yaml: 'type: task\ncommands: [a]\nenv: {V: off}\n' }),
      request(3, 'normalize', { yaml: 'a: [' }),
      normalize(4, '{"type":"task"}'),
      request(5, 'shutdown'),
      normalize(6, '{}'),
    );
    expect(lines).toHaveLength(6);
    expect(lines[0]).toContain('"window":256');
    expect(lines[1]).toContain('"env":["V=1.0","W=1"]');
    expect(lines[2]).toContain('"env":["V=False"]');
    expect(lines[3]).toContain('"rejected":[{"path":""');
    expect(lines[4]).toContain('"rejected":[');
    expect(lines[5]).toBe('{"jsonrpc":"2.0","id":5,"result":null}');
  });

  it.each([
    ['no JSON', '{', -32700],
    ['no request', '[]', -32600],
    ['an unknown method', request(7, 'dance'), -32601],
    ['no parameters', request(7, 'normalize'), -32602],
    ['YAML that is no text', request(7, 'normalize', { yaml: 5 }), -32602],
  ])('answers %s with an error', async (_name, line, code) => {
    const [answer] = await talk(`${line.trimEnd()}\n`);
    expect(JSON.parse(answer ?? '')).toMatchObject({ error: { code } });
  });

  it('does not answer a message without an id', async () => {
    expect(await talk('{"jsonrpc":"2.0","method":"normalize"}\n')).toEqual([]);
  });

  it('reads messages wherever the stream is cut', async () => {
    const bytes = Buffer.from(normalize(1, '{"type":"task","commands":["é"]}'));
    const whole = await talk(bytes);
    for (let cut = 0; cut < bytes.length; cut += 1) {
      expect(await talk(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(whole);
    }
  });

  it('answers any document and any line with a message of the protocol', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.json(), fc.string(), fc.string({ unit: 'binary' })), { minLength: 1 }),
        async (texts) => {
          const questions = texts
            .map((text, id) => [
              normalize(id, JSON.stringify(text)),
              request(id, 'normalize', { yaml: text }),
            ])
            .flat();
          const lines = await talk(...questions, ...texts.map((text) => `${text.replaceAll('\n', ' ')}\n`));
          const messages = lines.flatMap((line) => readMessages(Buffer.from(line).toString('latin1')));
          expect(messages.filter(({ kind }) => kind === 'result')).toHaveLength(questions.length);
          expect(
            messages.every((message) => message.kind === 'result' || message.fault.kind === 'rpc-error'),
          ).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('survives a document that nests a hundred thousand levels deep', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const [answer] = await talk(normalize(1, deep));
    expect(answer).toContain('"rejected"');
  });
});
