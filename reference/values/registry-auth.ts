import type { NormalRegistryAuth } from '../../spec/generated/normal-form.ts';
import { field, readMapping, required, tableOf } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import { readText } from '../coercion/pydantic-1/text.ts';
import type { Rejection } from '../document/violation.ts';

const REGISTRY_AUTH = tableOf<NormalRegistryAuth>(
  {
    // registry_auth/username: `username` is required in `registry_auth`.
    username: field(readText, 'registry_auth/username', required('registry_auth/username')),
    // registry_auth/password: `password` is required in `registry_auth`.
    password: field(readText, 'registry_auth/password', required('registry_auth/password')),
  },
  { kind: 'registry_auth/mapping', unknown: 'registry_auth/known-fields' },
  (defaults) => ({ ...defaults }),
);

/** registry_auth/mapping: `registry_auth` is a mapping. */
export function readRegistryAuth(value: unknown, trace?: Tracer): NormalRegistryAuth | Rejection {
  return readMapping(REGISTRY_AUTH, value, trace);
}
