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
  badField('registry_auth/username', 'registry_auth', [{ password: 'b' }, { password: '' }, {}]),
  badField('registry_auth/password', 'registry_auth', [{ username: 'a' }, { username: '' }, {}]),
  badField('registry_auth/mapping', 'registry_auth', [
    'a:b',
    5,
    true,
    ['a', 'b'],
    [{ username: 'a', password: 'b' }],
  ]),
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
  {
    kind: 'fields',
    requirement: 'python/exclusive-with-image',
    claims: ['python'],
    image: 'given',
    write: (entries, pen) => {
      entries.add(PYTHON, spellPythonVersion(oneOf(pen.source, ['3.11', '3.10', '3.8']), pen));
      return '/python';
    },
  },
  {
    kind: 'fields',
    requirement: 'nvcc/exclusive-with-image',
    claims: ['nvcc'],
    image: 'given',
    write: (entries, pen) => {
      entries.add(NVCC, spellBoolean(true, pen));
      return '/nvcc';
    },
  },
];
