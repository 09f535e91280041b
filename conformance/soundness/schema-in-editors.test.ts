import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseStream, testsOf } from '../case/generated-cases.ts';
import { EDITION } from '../testing/edition.ts';
import { openEditor, type Diagnostic, type Editor } from '../testing/language-server.ts';

/** The schema of tasks in an editor, by way of yaml-language-server, which most editors use for YAML. */

const ROOT = new URL('../../', import.meta.url);
const FOLDER = EDITION.id.replace(/\/.*/, '');
const SCHEMA = new URL(`spec/editions/${FOLDER}/schemas/task.schema.json`, ROOT);
const { properties } = JSON.parse(readFileSync(SCHEMA, 'utf8')) as {
  readonly properties: Readonly<Record<string, { readonly deprecated?: boolean }>>;
};
let editor: Editor;

beforeAll(async () => {
  editor = await openEditor(SCHEMA);
}, 60_000);

afterAll(async () => {
  await editor.close();
});

const DURATION =
  'A duration is a number and a unit of one letter: `90s`, `5m`, `2h`, `1d` or `1w`. `off` is no limit.';

describe('a wrong value', () => {
  it.each([
    ['stop_duration: 5 minutes', DURATION],
    ['stop_duration: 1.5h', DURATION],
    ['stop_duration: [5m]', DURATION],
    ['nodes: two', 'The number of nodes is a whole number of at least 1.'],
    ['privileged: maybe', '`true` or `false` is expected.'],
    ['python: 3.7', 'The version is one of: "3.8", "3.9", "3.10", "3.11", "3.12", "3.13".'],
    ['spot_policy: never', 'One of these words is expected: spot, on-demand, auto.'],
    ['ports: [80/tcp]', 'A port is a number from 1 to 65536, or a mapping such as `80:8080` or `*:8080`.'],
    [
      'name: My_Run',
      'A name has 2 to 41 characters: small letters, digits and `-`, and it begins with a letter.',
    ],
    ['max_price: 0', 'Value is below the exclusive minimum of 0.'],
    ['env: A=1', 'Variables are a mapping (`NAME: value`) or a list (`- NAME=value`).'],
    ['image: [ubuntu]', 'Text is expected here.'],
    [
      'working_dir: ../data',
      'The working directory is a path inside of the repository, relative to it, such as `src`.',
    ],
    [
      'volumes: [{name: data, path: /workflow/data}]',
      'A path in the container is absolute, has no `..` in it, and does not begin with /workflow.',
    ],
    [
      'resources: {memory: 8G}',
      'A size is a number and a unit, such as `16GB`; a range of sizes is `16GB..`, `..80GB` or `16GB..80GB`.',
    ],
    [
      'resources: {gpu: "A100:2:3"}',
      'A GPU is a number, a mapping, or text such as `A100`, `80GB:2` or `A100:80GB:2`, with each kind of part once.',
    ],
    ['resources: {gpu: {vendor: apple}}', 'The vendor is one of: nvidia, amd, google (or tpu), intel.'],
    ['resources: {gpu: {count: {}}}', 'A range needs `min`, `max` or both.'],
    ['resources: {gpu: amd}', 'An AMD GPU needs an `image`.'],
    [
      'retry: {on_events: [timeout]}',
      'Value is not accepted. Valid values: "no-capacity", "interruption", "error".',
    ],
    ['node: 2', 'Property node is not allowed.'],
  ])('%s gets words that help', async (line, message) => {
    expect(await editor.diagnose(`type: task\ncommands: [a]\n${line}\n`)).toEqual([
      { message, line: 2, isAboutYaml: false },
    ]);
  });

  it.each([
    ['no commands', 'type: task\n', 'A task needs `commands`, unless its `image` has a command of its own.'],
    [
      'python beside an image',
      'type: task\nimage: a\npython: "3.12"\n',
      '`python` and `image` exclude each other.',
    ],
    ['nvcc beside an image', 'type: task\nimage: a\nnvcc: "on"\n', '`nvcc` and `image` exclude each other.'],
  ])('%s gets words that help', async (_name, text, message) => {
    expect((await editor.diagnose(text)).map((each) => each.message)).toEqual([message]);
  });
});

/** A document that names every field. */
const EVERY_FIELD = `type: task
nodes: 2
name: train
image: ubuntu
user: root
privileged: true
entrypoint: bash
working_dir: src
registry_auth:
  username: me
  password: secret
python: "3.12"
nvcc: true
single_branch: true
env:
  A: 1
resources:
  cpu: 4..
  memory: 8GB..
  shm_size: 1GB
  gpu:
    vendor: nvidia
    name: A100
    count: 2
    memory: 80GB
    total_memory: 160GB
    compute_capability: 8.0
  disk:
    size: 100GB..
volumes:
  - name: data
    path: /data
  - instance_path: /mnt
    path: /data
    optional: true
ports:
  - local_port: 80
    container_port: 8080
commands: [a]
backends: [aws]
regions: [eu-west-1]
availability_zones: [eu-west-1a]
instance_types: [p3.8xlarge]
reservation: r
spot_policy: auto
retry:
  on_events: [error]
  duration: 1h
max_duration: 1d
stop_duration: 5m
max_price: 2
creation_policy: reuse
idle_duration: 5m
termination_policy: dont-destroy
termination_idle_time: 5m
`;
const LINES = EVERY_FIELD.trimEnd().split('\n');

describe('hovering', () => {
  it('over any field shows its title and what it means', async () => {
    const fields = LINES.flatMap((line, index) => {
      const [, indent = '', name = ''] = /^([ -]*)(\w+):/.exec(line) ?? [];
      return name === 'A' ? [] : [{ name, index, column: indent.length }];
    });
    expect(new Set(fields.map(({ name }) => name)).size).toBeGreaterThan(45);
    for (const { name, index, column } of fields) {
      const shown = await editor.hover(EVERY_FIELD, index, column + 1);
      expect(shown, name).toMatch(/^#### [A-Z][^|]*\n\n[A-Z]/);
      expect(shown, name).not.toMatch(/\|\||object Object/);
    }
  });
});

describe('completion', () => {
  it.each([
    ['type: ', ['task']],
    ['nodes: ', ['1', '2']],
    ['image: ', ['nvcr.io/nvidia/pytorch:24.07-py3']],
    ['privileged: ', ['false', 'true']],
    ['python: ', ['"3.8"', '"3.9"', '"3.10"', '"3.11"', '"3.12"', '"3.13"']],
    ['spot_policy: ', ['on-demand', 'spot', 'auto']],
    ['retry: ', ['false', 'true', 'mapping']],
    ['stop_duration: ', ['5m', '10m']],
    ['resources: ', []],
    ['resources:\n  ', ['cpu', 'memory', 'shm_size', 'gpu', 'disk']],
    ['resources:\n  gpu: ', ['1', 'A100', '80GB:2', 'mapping']],
    ['resources:\n  disk: ', ['100GB..', '200GB..']],
    ['resources:\n  gpu:\n    vendor: ', ['nvidia', 'amd', 'google', 'tpu', 'intel']],
    ['retry:\n  on_events:\n    - ', ['no-capacity', 'interruption', 'error']],
    ['commands:\n  - ', []],
    ['env:\n  A: ', []],
  ])('after %j offers what the page shows, and no spelling that is only tolerated', async (text, labels) => {
    const offers = await offersAtEnd(text);
    expect(offers.map(({ label }) => label)).toEqual(labels);
  });

  it('quotes a version of Python, which would be a number', async () => {
    expect((await offersAtEnd('python: ')).map(({ text }) => text)).toContain('"3.10"');
  });

  it('offers no field that is deprecated, and each other field once', async () => {
    const offers = await offersAtEnd('type: task\n');
    const fields = offers.filter(({ label, text }) => text.startsWith(label));
    const names = fields.map(({ label }) => label);
    expect(names).toEqual([...new Set(names)]);
    const described = Object.entries(properties).filter(([name]) => name !== 'type');
    expect([...names].sort()).toEqual(
      described.flatMap(([name, { deprecated }]) => (deprecated === true ? [] : [name])).sort(),
    );
  });

  it('offers no text that stands for a value that it can not show', async () => {
    for (const [index, line] of LINES.entries()) {
      const [start] = /^[ -]*\w+:/.exec(line) ?? [''];
      const offers = await offersAtEnd([...LINES.slice(0, index), `${start} `].join('\n'));
      for (const { label, text } of offers)
        expect(label + text, start).not.toMatch(/object Object|null|undefined/);
    }
  });
});

it('a deprecated field is marked, and nothing else is wrong with it', async () => {
  const text = 'type: task\ncommands: [a]\ntermination_policy: dont-destroy\ntermination_idle_time: 5m\n';
  expect(await editor.diagnose(text)).toEqual([
    {
      message: '`termination_policy` is deprecated in favor of `idle_duration`.',
      line: 2,
      isAboutYaml: false,
    },
    {
      message: '`termination_idle_time` is deprecated in favor of `idle_duration`.',
      line: 3,
      isAboutYaml: false,
    },
  ]);
});

describe('there is no false alarm', () => {
  it('on the example tasks', async () => {
    const files = readdirSync(new URL('examples/tasks', ROOT)).filter((name) => name.endsWith('.dstack.yml'));
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const text = readFileSync(new URL(`examples/tasks/${name}`, ROOT), 'utf8');
      expect(await alarms(text), name).toEqual([]);
    }
  });

  it('on 2,000 generated valid documents', async () => {
    const texts = validDocuments(2000);
    const found = await Promise.all(texts.map(async (text) => ({ text, alarms: await alarms(text) })));
    expect(found.filter((each) => each.alarms.length > 0)).toEqual([]);
  }, 300_000);
});

function offersAtEnd(text: string) {
  const lines = text.split('\n');
  return editor.complete(text, lines.length - 1, lines.at(-1)?.length ?? 0);
}

async function alarms(text: string): Promise<Diagnostic[]> {
  const found = await editor.diagnose(text);
  return found.filter(({ message }) => !message.includes('is deprecated'));
}

/** Returns valid documents that the editor reads like dstack, so that every alarm is one of the schema. */
function validDocuments(count: number): string[] {
  const texts: string[] = [];
  for (const made of caseStream({ edition: EDITION, seed: 1, kind: 'valid', inputs: ['yaml', 'json'] })) {
    if (texts.length >= count) break;
    const [yaml, json] = (['yaml', 'json'] as const).map(
      (kind) => testsOf(EDITION, made, [kind])[0]?.input.text,
    );
    if (yaml !== undefined && json !== undefined && isReadAlike(yaml, json)) texts.push(yaml);
  }
  return texts;
}

/**
 * Returns whether the editor's YAML reader finds the document that is meant: it takes `e3` for a number and knows few
 * tags. Of mappings that are merged, the editor looks at values that are not used, so none may be there.
 */
function isReadAlike(yaml: string, json: string): boolean {
  if (yaml.includes('<<') || yaml.includes('!!')) return false;
  const document = parseDocument(yaml, { version: '1.1' });
  return document.errors.length === 0 && isDeepStrictEqual(document.toJS(), JSON.parse(json));
}
