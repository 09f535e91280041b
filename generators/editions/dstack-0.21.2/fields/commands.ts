import { rarely } from '../../../choices/choose.ts';
import type { Pen } from '../../../choices/pen.ts';
import { drawList } from '../../../meaning/list.ts';
import { COMMANDS } from '../../../meaning/pools.ts';
import { drawText } from '../../../meaning/text.ts';
import type { Group } from './group-meaning.ts';
import type { TaskMeaning } from './meaning.ts';

/** Draws the commands of a task. An image that is not empty can do without. */
export function drawCommands(pen: Pen, { image, nodes }: Readonly<TaskMeaning>): string[] {
  return drawList(pen, image ? 0 : 1, () => drawCommand(pen, nodes));
}

/** Draws the commands of a group, which may refer to the first group and its first node, because these always exist. */
export function drawGroupCommands(pen: Pen, { hasImage }: Readonly<Group & { hasImage: boolean }>): string[] {
  return drawList(pen, hasImage ? 0 : 1, () => drawCommand(pen, 1));
}

/** groups/reference: In commands, a reference to `groups` is `groups[i].nodes[j].IP_ADDRESS`, of a node that exists. */
function drawCommand(pen: Pen, nodes: number): string {
  if (pen.documented || !rarely(pen.source, 32)) return drawText(pen, COMMANDS);
  pen.note('groups/reference');
  const node = pen.source.below(Math.min(nodes, 1_000));
  switch (pen.source.below(4)) {
    case 1:
      return `ping \${{groups[0].nodes[${node}].IP_ADDRESS}} && echo \${{ groups[0].nodes[0].IP_ADDRESS }}`;
    case 2:
      return `echo $\${{ groups }} \${{ run.args }}`;
    case 3:
      return `echo \${{  groups[0].nodes[${node}].IP_ADDRESS }}:29500`;
    default:
      return `ping \${{ groups[0].nodes[${node}].IP_ADDRESS }}`;
  }
}
