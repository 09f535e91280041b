/** Values of real task files, the simplest first. */

export const COMMANDS = [
  'python train.py',
  'pip install -r requirements.txt',
  'echo hi',
  'bash run.sh',
  'streamlit run app.py --server.port 8080',
  'pip install -e . && pytest -q',
  'torchrun --nproc_per_node=$DSTACK_GPUS_PER_NODE train.py',
  'export X="a b"; echo $X',
  "python -c 'import torch; print(torch.__version__)'",
  'for i in 1 2 3\ndo\n  echo $i\ndone\n',
  'accelerate launch train.py\n  --batch-size 8\n  --lr 1e-5',
  'curl -s http://localhost:8000/v1 | jq .',
  'tar xzf data.tar.gz',
  'ls',
] as const;

export const IMAGES = [
  'python:3.11',
  'nvcr.io/nvidia/pytorch:24.01-py3',
  'ubuntu',
  'ghcr.io/huggingface/text-generation-inference:latest',
  'rocm/pytorch:rocm6.0_ubuntu20.04_py3.9_pytorch_2.1.1',
  'localhost:5000/me/app@sha256:0123456789abcdef',
] as const;

export const ENTRYPOINTS = [
  '/bin/bash',
  'bash',
  'python -m app',
  '/usr/bin/env sh -c',
  '["/bin/sh"]',
] as const;

export const RESERVATIONS = ['cr-0a1b2c3d', 'cr-0123456789abcdef0', 'capacity-block-1', 'res 1'] as const;

export const USERNAMES = ['me', 'user@example.com', '$oauthtoken', 'AWS', 'robot$ci'] as const;

export const PASSWORDS = [
  'secret',
  'p@ss:word',
  'nvapi-abc123',
  '"quoted"',
  "'",
  '#hash',
  '100%',
  'a\\',
  ' ',
] as const;

export const REGIONS = [
  'eu-west-1',
  'us-west4',
  'westeurope',
  'us-east-1',
  'eu',
  'NO',
  'europe-west4-a',
] as const;

export const ZONES = ['eu-west-1a', 'us-west4-a', 'us-east-1b', '1'] as const;

export const INSTANCE_TYPES = [
  'p3.8xlarge',
  'n1-standard-4',
  'g5.xlarge',
  'Standard_NC6s_v3',
  '8x_H100',
] as const;

export const BACKENDS = [
  'aws',
  'gcp',
  'azure',
  'lambda',
  'runpod',
  'cudo',
  'datacrunch',
  'dstack',
  'kubernetes',
  'local',
  'nebius',
  'oci',
  'remote',
  'tensordock',
  'vastai',
  'vultr',
] as const;

export const VARIABLE_VALUES = [
  '1',
  '',
  'hello',
  '0.001',
  '8080',
  'true',
  'True',
  'a=b',
  '-1',
  '/data/cache',
  'hf_abc123',
  'postgres://u:p@h:5432/db?x=1',
  'a,b,c',
  '{"a": 1}',
  'line 1\nline 2\n',
  '"quoted"',
  "'quoted'",
  '"half',
  '"a" "b"',
  ' x ',
  'x ',
  'a #b',
  '#a',
  '=',
  '==a=',
  'export A=1',
  '$HOME/bin:$PATH',
  '${HOME}',
  '%PATH%',
  'a\\nb',
  'C:\\a\\',
  '\n',
  'a\r\nb',
  'yes',
  'null',
  '0123',
] as const;
