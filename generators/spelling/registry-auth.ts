import type { RegistryAuth } from '../meaning/registry-auth.ts';
import { knownText, mapping, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { spellText } from './text.ts';

const USERNAME = knownText('username');
const PASSWORD = knownText('password');

export function spellRegistryAuth({ username, password }: RegistryAuth, pen: Pen): Node {
  const user = spellText(username, pen);
  const secret = spellText(password, pen);
  return pen.source.below(4) === 3
    ? mapping([PASSWORD, USERNAME], [secret, user])
    : mapping([USERNAME, PASSWORD], [user, secret]);
}
