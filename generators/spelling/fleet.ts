import type { Fleet } from '../meaning/fleet.ts';
import { knownText, mapping, NULL, text, type Node, type TextNode } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { spellText } from './text.ts';

const NAME = knownText('name');
const PROJECT = knownText('project');

/** Writes a fleet of a list, where other scalars are text. */
export function spellFleet(fleet: Fleet, pen: Pen): Node {
  return spellFleetWith(fleet, pen, spellText);
}

/** Writes the fleet of an instance, whose short form is text and nothing else. */
export function spellFleetOfInstance(fleet: Fleet, pen: Pen): Node {
  return spellFleetWith(fleet, pen, text);
}

/**
 * fleets/name: Text is the name of a fleet.
 * fleets/project: `project/name` is a fleet of another project.
 */
function spellFleetWith(fleet: Fleet, pen: Pen, spellName: (name: string, pen: Pen) => Node): Node {
  const { project, name } = fleet;
  if (name === '' || name.includes('/') || pen.way(3, 4) === 3) return spellObject(fleet, pen);
  if (project === null) {
    pen.note('fleets/name');
    pen.byDefault('fleets/project-default');
    return spellName(name, pen);
  }
  pen.note('fleets/project');
  return text(`${project}/${name}`);
}

/**
 * fleets/object: A fleet may be a mapping of `name` and `project`.
 * fleets/project-default: Without `project` the fleet is one of the current project.
 */
function spellObject({ project, name }: Fleet, pen: Pen): Node {
  pen.note('fleets/object');
  const entries: [TextNode, Node][] = [[NAME, spellText(name, pen)]];
  if (project !== null) entries.push([PROJECT, spellText(project, pen)]);
  else {
    pen.byDefault('fleets/project-default');
    if (pen.source.below(3) === 2) entries.push([PROJECT, NULL]);
  }
  if (pen.source.below(3) === 2) entries.reverse();
  return mapping(
    entries.map(([key]) => key),
    entries.map(([, value]) => value),
  );
}
