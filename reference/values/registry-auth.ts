import type { NormalRegistryAuth } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { field, mappingOf, required, tableOf } from '../fields/mapping.ts';
import type { Reader } from '../fields/reader.ts';

/** registry_auth/mapping: `registry_auth` is a mapping. */
export function registryAuthReader({ text }: Coercion): Reader<NormalRegistryAuth> {
  return mappingOf(
    tableOf<NormalRegistryAuth>(
      {
        // registry_auth/username: `username` is required in `registry_auth`.
        username: field(text, 'registry_auth/username', required('registry_auth/username')),
        // registry_auth/password: `password` is required in `registry_auth`.
        password: field(text, 'registry_auth/password', required('registry_auth/password')),
      },
      { kind: 'registry_auth/mapping', unknown: 'registry_auth/known-fields' },
      (defaults) => ({ ...defaults }),
    ),
  );
}
