import type { ErrorObject } from 'ajv/dist/2020.js';
import { hintFor, nearest } from '../../reference/advice/nearest.ts';
import { steps } from '../../reference/document/pointer.ts';
import type { ConfigurationFile } from '../../spec/generated/configuration-file.ts';
import schema from '../../spec/schemas/configuration.schema.json' with { type: 'json' };

const SECONDS = 'is a number of seconds above 0 and at most 86400';

/** What each key takes, in the words of messages. */
const TAKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    command: 'is a list of words, and each word is text',
    plain: 'is yaml or json',
    verdicts: 'is true or false',
    fields: 'is a list of names of fields',
    edition: 'is text',
    baseline: 'is the path of a file',
    corpus: 'is the path of a folder',
    watch: 'is a list of paths',
    jobs: 'is a whole number from 1 on',
    timeout: SECONDS,
    'startup-timeout': SECONDS,
    require: 'is conformant or drop-in',
  } satisfies Record<keyof ConfigurationFile, string>),
);

const EXAMPLES: ReadonlyMap<string, unknown> = new Map(
  Object.entries(schema.properties).map(([key, { examples }]) => [key, examples[0]]),
);

/** Describes what is wrong in a configuration file, and ends with a hint. */
export function describeFault({ instancePath, keyword, params }: ErrorObject): string {
  const [key] = steps(instancePath);
  if (key !== undefined) return `${key} ${TAKES.get(key) ?? 'is wrong'}; for example ${exampleOf(key)}`;
  switch (keyword) {
    case 'additionalProperties':
      return describeUnknown(String(params['additionalProperty']));
    case 'dependentRequired':
      return describeLonely(String(params['property']), String(params['missingProperty']));
    default:
      return `a configuration is a mapping; for example ${exampleOf('command')}`;
  }
}

function describeUnknown(key: string): string {
  const keys = [...TAKES.keys()];
  return `there is no key ${JSON.stringify(key)}; ${hintFor(nearest(key, keys), 'keys', keys)}`;
}

function describeLonely(key: string, missing: string): string {
  return `${key} means nothing without ${missing}; for example ${exampleOf(missing)}`;
}

/** Returns an entry as it stands in a file, such as `jobs: 2`. */
function exampleOf(key: string): string {
  const value = EXAMPLES.get(key);
  return `\`${key}: ${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}\``;
}
