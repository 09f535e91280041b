import type { NormalRegistryAuth } from '../../spec/generated/normal-form.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { field, mappingOf, required, tableOf } from '../fields/mapping.ts';
import type { Reader } from '../fields/reader.ts';

/** registry_auth/mapping. */
export function registryAuthReader({ text }: Coercion): Reader<NormalRegistryAuth> {
  return mappingOf(
    tableOf<NormalRegistryAuth>(
      {
        username: field(text, 'registry_auth/username', required('registry_auth/username')),
        password: field(text, 'registry_auth/password', required('registry_auth/password')),
      },
      { kind: 'registry_auth/mapping', unknown: 'registry_auth/known-fields' },
      (defaults) => ({ ...defaults }),
    ),
  );
}
