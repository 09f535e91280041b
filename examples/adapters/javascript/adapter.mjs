// An adapter for dstack-conformance, with nothing but Node. It is right about the fields in DECLARED.
// The next step is one more field, such as `nodes`: a reader and a default here, and its name in DECLARED. `certify`
// then asks for that field too. A reader may as well call the program that you already have.

import process from 'node:process';

const DECLARED = ['type', 'spot_policy', 'creation_policy'];

/** Returns what an answer says of a field, or undefined if the given value is refused. */
function read(name, given) {
  switch (name) {
    case 'type':
      return oneOf(['task'], given);
    case 'spot_policy':
      return oneOf(['spot', 'on-demand', 'auto'], given ?? 'on-demand');
    case 'creation_policy':
      return oneOf(['reuse', 'reuse-or-create'], given ?? 'reuse-or-create');
    case 'commands':
      return given; // It is not declared, but always there.
    default:
      return undefined;
  }
}

function oneOf(words, given) {
  return words.includes(given) ? given : undefined;
}

function normalize(config) {
  if (!Object.hasOwn(config ?? {}, 'type')) return rejected('', 'not a mapping with a type');
  // The values of fields that are left out: an answer must say them, too.
  const task = { spot_policy: 'on-demand', creation_policy: 'reuse-or-create' };
  for (const [name, given] of Object.entries(config)) {
    task[name] = read(name, given);
    const path = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (task[name] === undefined) return rejected(path, 'no such field, or a wrong value');
  }
  return { accepted: task };
}

/** The path is a JSON Pointer. One violation is enough of several. */
function rejected(path, message) {
  return { rejected: [{ path, message }] };
}

function answer(method, params) {
  const implementation = { name: 'task-adapter', version: '0.1', language: 'JavaScript' };
  const result = { protocol: 1, implementation, inputs: ['json'], window: 64, fields: DECLARED };
  if (method === 'initialize') return { result };
  if (method !== 'normalize') return { error: { code: -32601, message: 'unknown method' } };
  // It has "yaml" instead of "config", for who declares that input.
  return { result: 'config' in params ? normalize(params.config) : { unsupported: 'no YAML is read' } };
}

let rest = '';
process.stdin.setEncoding('utf8').on('data', (chunk) => {
  const lines = (rest + chunk).split('\n'); // `readline` would also split at U+2028.
  rest = lines.pop();
  for (const { id, method, params } of lines.map((line) => JSON.parse(line))) {
    if (method === 'shutdown') return process.stdin.destroy();
    process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...answer(method, params) })}\n`);
  }
});
