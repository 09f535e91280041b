import { describe, expect, it } from 'vitest';
import { interpretText } from '../../reference/interpret-text.ts';
import type { Input } from '../case/case.ts';
import { inProcess, type AnswerInput, type InProcess } from '../runner/in-process.ts';
import { EDITION } from '../testing/edition.ts';
import { askDocument, type Asked } from './ask.ts';
import type { Document } from './document.ts';

const YAML: Document = { kind: 'yaml', text: 'type: task\ncommands: [a]\nresources:\n  memory: 16GB\n' };

function ask(document: Document, answer: AnswerInput, more: Partial<InProcess> = {}): Promise<Asked> {
  const program = inProcess({ name: 'mine', inputs: ['json', 'yaml'], start: () => answer, ...more });
  return askDocument(program, {
    edition: EDITION,
    document,
    timeoutMs: 5000,
    startupTimeoutMs: 5000,
    signal: new AbortController().signal,
  });
}

/** Answers as the reference does, with another spelling of some values or with other values. */
function right(change: (normal: Record<string, unknown>) => object = (normal) => normal): AnswerInput {
  return ({ kind, text }) => {
    const verdict = interpretText(EDITION.language, kind, text);
    return verdict.kind === 'accepted' ? { accepted: change({ ...verdict.normal }) } : { rejected: [] };
  };
}

describe('a document that a program is asked', () => {
  it('is answered rightly in any spelling', async () => {
    const spelled = right((normal) => ({ ...normal, stop_duration: 300 }));
    expect(await ask(YAML, spelled)).toMatchObject({
      result: { outcome: { kind: 'pass', canonical: false } },
    });
  });

  it('is answered wrongly where one value has another meaning', async () => {
    const wrong = right((normal) => ({ ...normal, stop_duration: '6m' }));
    expect(await ask(YAML, wrong)).toMatchObject({
      result: {
        outcome: {
          kind: 'fail',
          differences: [{ path: '/stop_duration', requirements: ['stop_duration/default'] }],
        },
      },
    });
  });

  it('is rejected by both', async () => {
    const document: Document = { kind: 'yaml', text: 'type: task\ncommands: [a]\nports: [0]\n' };
    const asked = await ask(document, () => ({ rejected: [{ path: '/ports/0' }] }));
    expect(asked).toMatchObject({ result: { outcome: { kind: 'pass', path: 'hit' } } });
  });

  it('is sent as JSON to a program that takes no YAML', async () => {
    const asked = await ask(YAML, right(), { inputs: ['json'] });
    const text = '{"type":"task","commands":["a"],"resources":{"memory":"16GB"}}';
    expect(asked).toMatchObject({
      result: { outcome: { kind: 'pass' }, test: { input: { kind: 'json', text } } },
    });
  });

  it('is sent as its own text if it is JSON and the program takes YAML alone', async () => {
    const document: Document = { kind: 'json', text: '{"type": "task", "commands": ["a"]}' };
    const asked = await ask(document, right(), { inputs: ['yaml'] });
    expect(asked).toMatchObject({
      result: { outcome: { kind: 'pass' }, test: { input: { kind: 'yaml', text: document.text } } },
    });
  });

  it.each([
    ['yaml', 'type: [', "it can't be sent as JSON, because it is no YAML"],
    ['yaml', 'type: task\nname: 2024-01-01', "it can't be sent as JSON, which has no dates"],
    ['json', '{"type":}', 'it is no JSON, line 1, column 9'],
  ] as const)('is not sent if no text says it: %s %s', async (kind, text, reason) => {
    const asked = await ask({ kind, text }, right(), { inputs: ['json'] });
    expect(asked).toMatchObject({ kind: 'unsayable', reason: expect.stringContaining(reason) as string });
  });

  it('may name fields that the program does not declare', async () => {
    const asked = await ask(YAML, right(), { fields: ['commands'] });
    expect(asked).toMatchObject({ undeclared: ['resources.memory'] });
  });

  it('may be answered differently when it is asked once more', async () => {
    let count = 0;
    function wavering(input: Input): unknown {
      return (count += 1) === 1 ? { rejected: [] } : right()(input);
    }
    expect(await ask(YAML, wavering)).toMatchObject({ result: { nondeterministic: 'pass' } });
  });

  it('may stay without an answer', async () => {
    function crash(): never {
      throw new Error('boom');
    }
    expect(await ask(YAML, crash)).toMatchObject({ result: { outcome: { kind: 'crash' } } });
  });
});
