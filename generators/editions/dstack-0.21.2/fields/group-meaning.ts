import type { NormalGroup } from '../../../../spec/generated/editions/dstack-0.21.2/normal-form.ts';
import { normalPort, type Port } from '../../../meaning/port.ts';
import { DEFAULT_RESOURCES, normalResources, type Resources } from './resources-meaning.ts';

/** A group of nodes. Without a name it is called by its index. */
export interface Group {
  name: string | null;
  nodes: number;
  resources: Readonly<Resources>;
  ports: readonly Port[];
  commands: readonly string[];
}

/** The meaning of a group without any entry. */
export const DEFAULT_GROUP: Readonly<Group> = {
  name: null,
  nodes: 1,
  resources: DEFAULT_RESOURCES,
  ports: [],
  commands: [],
};

export function normalGroups(groups: readonly Group[]): NormalGroup[] {
  return groups.map(({ name, nodes, resources, ports, commands }, index) => ({
    name: name ?? `${index}`,
    nodes,
    resources: normalResources(resources),
    ports: ports.map(normalPort),
    commands: [...commands],
  }));
}
