import type { Fleet } from '../meaning/fleet.ts';
import type { Instance } from '../meaning/instance.ts';
import { knownText, mapping, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { spellFleetOfInstance } from './fleet.ts';
import { spellInteger } from './integer.ts';
import { spellText } from './text.ts';

const NAME = knownText('name');
const HOSTNAME = knownText('hostname');
const FLEET = knownText('fleet');
const INSTANCE = knownText('instance');

/**
 * instances/text: Text is the name of an instance, whatever it holds.
 * instances/name: `name` is the name of an instance.
 * instances/hostname: `hostname` is the host name or the address of an instance.
 */
export function spellInstance(instance: Instance, pen: Pen): Node {
  switch (instance.kind) {
    case 'hostname':
      pen.note('instances/hostname');
      return mapping([HOSTNAME], [spellText(instance.hostname, pen)]);
    case 'numbered':
      return spellNumbered(instance.fleet, instance.number, pen);
    case 'name':
      return spellNamed(instance.name, pen);
  }
}

function spellNamed(name: string, pen: Pen): Node {
  const isText = pen.source.below(2) === 0;
  pen.note(isText ? 'instances/text' : 'instances/name');
  return isText ? text(name) : mapping([NAME], [spellText(name, pen)]);
}

/** instances/numbered: `fleet` and `instance` are a fleet and the number of an instance in it. */
function spellNumbered(fleet: Fleet, number: number, pen: Pen): Node {
  pen.note('instances/numbered');
  const values = [pen.part(() => spellFleetOfInstance(fleet, pen)), spellInteger(number, pen)];
  return pen.source.below(3) === 2
    ? mapping([INSTANCE, FLEET], values.reverse())
    : mapping([FLEET, INSTANCE], values);
}
