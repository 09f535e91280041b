import { nodeOf, type Literal } from '../../../document/literal.ts';
import type { Node } from '../../../document/node.ts';

/** A right value for each field, by the field's name in any mapping. */
const RIGHT: Readonly<Record<string, Literal>> = {
  type: 'task',
  nodes: 2,
  name: 'a100',
  image: 'ubuntu',
  user: 'ubuntu',
  privileged: true,
  entrypoint: 'bash',
  working_dir: 'src',
  registry_auth: { username: 'a', password: 'b' },
  python: '3.11',
  nvcc: true,
  single_branch: false,
  env: ['A=1'],
  resources: { cpu: 2 },
  volumes: ['a:/b'],
  ports: [8080],
  commands: ['python train.py'],
  backends: ['aws'],
  regions: ['eu-west-1'],
  availability_zones: ['eu-west-1a'],
  instance_types: ['p3.8xlarge'],
  reservation: 'cr-1',
  spot_policy: 'spot',
  retry: true,
  max_duration: '2h',
  stop_duration: '5m',
  max_price: 1.5,
  creation_policy: 'reuse',
  idle_duration: '1h',
  termination_policy: 'dont-destroy',
  termination_idle_time: 300,
  cpu: 2,
  memory: '16GB',
  shm_size: '1GB',
  gpu: 'A100',
  disk: '100GB',
  vendor: 'nvidia',
  count: 2,
  total_memory: '80GB',
  compute_capability: '8.0',
  size: '100GB',
  min: 2,
  max: '16GB',
  on_events: ['error'],
  duration: '1h',
  username: 'a',
  password: 'b',
  path: '/b',
  instance_path: '/a',
  optional: true,
  local_port: 8080,
  container_port: 80,
};

const NODES: ReadonlyMap<string, Node> = new Map(
  Object.entries(RIGHT).map(([name, literal]) => [name, nodeOf(literal)]),
);

/** Returns a right value of the field with this name; undefined if there is no such field. */
export function rightValueOf(name: string): Node | undefined {
  return NODES.get(name);
}
