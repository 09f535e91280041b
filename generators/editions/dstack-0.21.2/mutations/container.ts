import { Float } from '../../../../reference/document/float.ts';
import { knownText } from '../../../document/node.ts';
import { oneOf } from '../../../choices/choose.ts';
import { spellBoolean } from '../../../spelling/boolean.ts';
import { spellPythonVersion } from '../../../spelling/python-version.ts';
import { PYTHON_VERSIONS } from '../fields/pools.ts';
import { badField } from './field.ts';
import type { Mutation } from './mutation.ts';

const PYTHON = knownText('python');
const NVCC = knownText('nvcc');
const DOCKER = knownText('docker');

/** Mutations of user, registry_auth, python, nvcc, docker and shell. */
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
  // python/versions-to-3-14: The versions are 3.9 to 3.14.
  badField('python/versions-to-3-14', 'python', [
    '3.8',
    3.15,
    '3.15',
    3,
    '3',
    '3.1',
    '3.11.4',
    'py3.10',
    '3.10 ',
    310,
    '',
    new Float(2),
    '2.7',
    '3.011',
    ' 3.11',
    '3.11.0',
    '3,11',
    '3-11',
    3.16,
    3.8,
    3.101,
    4,
    'latest',
    '3.x',
    '>=3.10',
    true,
    false,
  ]),
  // python/exclusive-with-image: `python` and `image` exclude each other; an empty image is none.
  {
    kind: 'fields',
    requirement: 'python/exclusive-with-image',
    claims: ['python', 'nvcc'],
    image: 'given',
    needs: [['python'], ['image']],
    write: (entries, pen) => {
      entries.add(PYTHON, spellPythonVersion(oneOf(pen.source, PYTHON_VERSIONS), pen));
      return '/python';
    },
  },
  // nvcc/exclusive-with-image: `nvcc: true` and `image` exclude each other.
  {
    kind: 'fields',
    requirement: 'nvcc/exclusive-with-image',
    claims: ['nvcc', 'python'],
    image: 'given',
    needs: [['nvcc'], ['image']],
    write: (entries, pen) => {
      entries.add(NVCC, spellBoolean(true, pen));
      return '/nvcc';
    },
  },
  // docker/exclusive-with-image: `docker: true` and `image` exclude each other; an empty image is none.
  {
    kind: 'fields',
    requirement: 'docker/exclusive-with-image',
    claims: ['docker', 'python', 'nvcc'],
    image: 'given',
    needs: [['docker'], ['image']],
    write: (entries, pen) => {
      entries.add(DOCKER, spellBoolean(true, pen));
      return '/docker';
    },
  },
  // docker/exclusive-with-python: `docker: true` and `python` exclude each other.
  {
    kind: 'fields',
    requirement: 'docker/exclusive-with-python',
    claims: ['docker', 'python', 'nvcc'],
    image: 'none',
    needs: [['docker'], ['python']],
    write: (entries, pen) => {
      entries.add(DOCKER, spellBoolean(true, pen));
      entries.add(PYTHON, spellPythonVersion(oneOf(pen.source, PYTHON_VERSIONS), pen));
      return '/docker';
    },
  },
  // docker/exclusive-with-nvcc: `docker: true` and `nvcc: true` exclude each other.
  {
    kind: 'fields',
    requirement: 'docker/exclusive-with-nvcc',
    claims: ['docker', 'python', 'nvcc'],
    image: 'none',
    needs: [['docker'], ['nvcc']],
    write: (entries, pen) => {
      entries.add(DOCKER, spellBoolean(true, pen));
      entries.add(NVCC, spellBoolean(true, pen));
      return '/docker';
    },
  },
  // shell/values: A shell is `sh`, `bash` or an absolute path.
  badField('shell/values', 'shell', [
    'zsh',
    'bin/bash',
    ' sh',
    'Bash',
    '',
    'sh ',
    'SH',
    '~/bin/fish',
    './sh',
    'bash -l',
    'sh\n',
    'fish',
    1,
    'dash',
    'C:\\bash.exe',
  ]),
  // registry_auth/known-fields: `registry_auth` has no other field.
  badField('registry_auth/known-fields', 'registry_auth', [{ username: 'a', password: 'b', email: 'c' }], {
    within: '/email',
  }),
  badField('registry_auth/known-fields', 'registry_auth', [{ user: 'a', username: 'a', password: 'b' }], {
    within: '/user',
  }),
];
