import { Float } from '../../../../reference/document/float.ts';
import { knownText } from '../../../document/node.ts';
import { oneOf } from '../../../choices/choose.ts';
import { spellBoolean } from '../../../spelling/boolean.ts';
import { spellPythonVersion } from '../../../spelling/python-version.ts';
import { badField } from './field.ts';
import type { Mutation } from './mutation.ts';

const PYTHON = knownText('python');
const NVCC = knownText('nvcc');

/** Mutations of user, registry_auth, python and nvcc. */
export const CONTAINER_MUTATIONS: readonly Mutation[] = [
  // user/format: A user is `user_name_or_id[:group_name_or_id]`, and neither half is empty.
  badField('user/format', 'user', [
    'root:',
    ':root',
    'a:b:c',
    '',
    ':',
    '1000:',
    '::',
    'a::b',
    ':1000',
    'a:b:',
    '1000:1000:1000',
  ]),
  // user/non-negative: A numeric user or group id is not negative.
  badField('user/non-negative', 'user', [
    '-1',
    -1,
    '1000:-5',
    '-5:0',
    'root:-1',
    '-1000:-1000',
    '-1:root',
    '0:-1',
    -1000,
    '-01',
  ]),
  // registry_auth/username: `username` is required in `registry_auth`.
  badField('registry_auth/username', 'registry_auth', [{ password: 'b' }, { password: '' }, {}]),
  // registry_auth/password: `password` is required in `registry_auth`.
  badField('registry_auth/password', 'registry_auth', [{ username: 'a' }, { username: '' }, {}]),
  // registry_auth/mapping: `registry_auth` is a mapping.
  badField('registry_auth/mapping', 'registry_auth', [
    'a:b',
    5,
    true,
    ['a', 'b'],
    [{ username: 'a', password: 'b' }],
  ]),
  // python/versions: The versions are 3.8 to 3.13.
  badField('python/versions', 'python', [
    '3.7',
    3.14,
    '3.14',
    3,
    '3',
    '3.1',
    '3.11.4',
    'py3.10',
    '3.10 ',
    310,
    true,
    '',
    new Float(2),
    [],
    {},
    ['3.11'],
    '2.7',
    '3.011',
    ' 3.11',
    '3.11.0',
    '3,11',
    '3-11',
    3.15,
    3.7,
    3.101,
    4,
    'latest',
    '3.x',
    '>=3.10',
    false,
  ]),
  // python/exclusive-with-image: `python` and `image` exclude each other; an empty image is none.
  {
    kind: 'fields',
    requirement: 'python/exclusive-with-image',
    claims: ['python'],
    image: 'given',
    needs: [['python'], ['image']],
    write: (entries, pen) => {
      entries.add(PYTHON, spellPythonVersion(oneOf(pen.source, ['3.11', '3.10', '3.8']), pen));
      return '/python';
    },
  },
  // nvcc/exclusive-with-image: `nvcc: true` and `image` exclude each other.
  {
    kind: 'fields',
    requirement: 'nvcc/exclusive-with-image',
    claims: ['nvcc'],
    image: 'given',
    needs: [['nvcc'], ['image']],
    write: (entries, pen) => {
      entries.add(NVCC, spellBoolean(true, pen));
      return '/nvcc';
    },
  },
];
