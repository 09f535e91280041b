/**
 * Certifies a JSON Schema: whether a document fits it is the verdict.
 *
 *     dstack-conformance certify -- node examples/adapters/json-schema/adapter.mjs SCHEMA.json
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Ajv2020 } from 'ajv/dist/2020.js';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: node adapter.mjs SCHEMA.json');

const schema = JSON.parse(readFileSync(path, 'utf8'));
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

/** A schema has no normal form, so it answers with verdicts. */
const introduction = {
  protocol: 1,
  implementation: { name: schema.$id ?? path, language: 'JSON Schema' },
  inputs: ['json'],
  answers: 'verdicts',
  window: 256,
};

/** The method of each request, which gets its params and gives the result. */
const methods = {
  initialize: () => introduction,
  normalize: ({ config }) => (validate(config) ? { accepted: true } : { rejected: violations() }),
  shutdown: () => null,
};

/** Says what doesn't fit, and where: ajv names the place as a JSON Pointer. */
function violations() {
  return validate.errors.map(({ instancePath, message }) => ({ path: instancePath, message }));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  const known = Object.hasOwn(methods, method);
  const answer = known
    ? { result: methods[method](params) }
    : { error: { code: -32601, message: `there is no method ${method}` } };
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...answer })}\n`);
  if (method === 'shutdown') break;
}
