import { parseArgs } from 'node:util';
import { readJson } from '../../../reference/json/json.ts';
import { readYaml } from '../../../reference/yaml/yaml.ts';
import { honest } from './right-answers.ts';
import { find } from './change.ts';
import { converse } from './conversation.ts';
import { behaviourOf, FAULT_NAMES, plainBehaviourOf } from './faults.ts';
import { endingOf, type PlainBehaviour } from './plain.ts';
import { register } from './processes.ts';

/**
 * Runs one of the faulty programs: `program.ts --fault NAME` speaks the protocol, and a fault of plain mode reads one
 * document from stdin, as `--input yaml` or `json`. Without a fault of that name it lists the names and exits 2.
 */
async function main(): Promise<void> {
  register(process.pid);
  const options = {
    fault: { type: 'string', default: '' },
    input: { type: 'string', default: 'json' },
  } as const;
  const { fault, input } = parseArgs({ options }).values;
  const behaviour = behaviourOf(fault);
  const plain = plainBehaviourOf(fault);
  if (behaviour !== undefined) converse(behaviour);
  else if (plain !== undefined) await sit(plain, input);
  else {
    process.stderr.write(`no fault of that name; there are:\n${FAULT_NAMES.join('\n')}\n`);
    process.exit(2);
  }
}

async function sit(behaviour: PlainBehaviour, input: string): Promise<void> {
  const text = await standardInput();
  const reading = input === 'yaml' ? readYaml(text) : readJson(text);
  const document = reading.kind === 'read' ? reading.document : undefined;
  const answer = reading.kind === 'read' ? honest(document) : ({ ...reading, kind: 'rejected' } as const);
  const isChosen = find(document, '/image') === 'chosen';
  const ending = behaviour({ document, answer, right: endingOf(answer), isChosen });
  process.stdout.write(ending.stdout, () => process.exit(ending.code));
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

await main();
