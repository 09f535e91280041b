import type { Pen } from '../choices/pen.ts';
import { PASSWORDS, USERNAMES } from './pools.ts';
import { drawText } from './text.ts';

export interface RegistryAuth {
  readonly username: string;
  readonly password: string;
}

export function drawRegistryAuth(pen: Pen): RegistryAuth {
  return { username: drawText(pen, USERNAMES), password: drawText(pen, PASSWORDS) };
}
