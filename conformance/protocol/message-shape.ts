import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../../spec/schemas/protocol.schema.json' with { type: 'json' };
import type {
  AcceptedResult,
  AcceptedVerdict,
  ErrorAnswer,
  Introduction,
  RejectedResult,
  UnsupportedResult,
} from '../../spec/generated/protocol.ts';

/** The messages that an implementation may send, by the name of their definition in protocol.schema.json. */
export interface Shapes {
  AcceptedResult: AcceptedResult;
  AcceptedVerdict: AcceptedVerdict;
  RejectedResult: RejectedResult;
  UnsupportedResult: UnsupportedResult;
  ErrorAnswer: ErrorAnswer;
  Introduction: Introduction;
}

export type Shaped<Value> =
  | { readonly kind: 'right'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly pointer: string; readonly message: string };

/** Checks a value against one definition of the protocol's schema. */
export function checkShape<Name extends keyof Shapes>(name: Name, value: unknown): Shaped<Shapes[Name]> {
  const validate = validatorOf(name);
  if (validate(value)) return { kind: 'right', value };
  const [error] = validate.errors ?? [];
  return error === undefined
    ? { kind: 'wrong', pointer: '', message: 'does not fit the schema' }
    : { kind: 'wrong', pointer: placeOf(error), message: explain(error) };
}

const validators = new Map<string, ValidateFunction>();
let compiler: Ajv2020 | undefined;

/**
 * Returns a validator, which is compiled on first use: most runs need two of them, and the start of the program none.
 */
function validatorOf<Name extends keyof Shapes>(name: Name): ValidateFunction<Shapes[Name]> {
  const known = validators.get(name);
  if (known !== undefined) return known as ValidateFunction<Shapes[Name]>;
  compiler ??= new Ajv2020({ strict: false, schemas: [schema] });
  const compiled = compiler.compile<Shapes[Name]>({ $ref: `${schema.$id}#/$defs/${name}` });
  validators.set(name, compiled);
  return compiled;
}

function placeOf(error: ErrorObject): string {
  const extra: unknown = error.params['additionalProperty'];
  return typeof extra === 'string' ? `${error.instancePath}/${extra}` : error.instancePath;
}

function explain(error: ErrorObject): string {
  const { allowedValue, allowedValues } = error.params as {
    allowedValue?: unknown;
    allowedValues?: unknown[];
  };
  if (error.keyword === 'additionalProperties') return 'is not part of the protocol';
  if (allowedValue !== undefined) return `must be ${JSON.stringify(allowedValue)}`;
  if (allowedValues !== undefined)
    return `must be one of ${allowedValues.map((each) => JSON.stringify(each)).join(', ')}`;
  return error.message ?? error.keyword;
}
