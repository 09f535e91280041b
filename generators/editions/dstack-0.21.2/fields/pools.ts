/** Values of this edition. */

export const BACKENDS = [
  'aws',
  'gcp',
  'runpod',
  'kubernetes',
  'amddevcloud',
  'azure',
  'cloudrift',
  'crusoe',
  'cudo',
  'datacrunch',
  'digitalocean',
  'dstack',
  'hotaisle',
  'jarvislabs',
  'lambda',
  'nebius',
  'oci',
  'remote',
  'slurm',
  'tensordock',
  'vastai',
  'verda',
  'vultr',
] as const;

export const PYTHON_VERSIONS = ['3.11', '3.10', '3.12', '3.13', '3.9', '3.14'] as const;
