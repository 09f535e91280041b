import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';

/** A wrong variant of one file of a Python program. */
export interface Mutant {
  /** The path of the file, relative to the program's folder. */
  readonly file: string;
  /** The function around the change; empty outside of functions. */
  readonly function: string;
  /** The line as it stands in the file, without indentation. */
  readonly source: string;
  readonly line: number;
  /**
   * The operator and the change, such as `comparison: a < b => a <= b`, with `#2` if the line has the same change
   * before.
   */
  readonly change: string;
  /** The whole changed file. */
  readonly text: string;
}

const LISTER = 'bench/mutants/list_mutants.py';

/** Lists all mutants of a program in the order of its source. The list is the same each time. */
export function listMutants(python: string, folder: string): Mutant[] {
  const { status, stdout, stderr } = spawnSync(python, ['-B', '-W', 'ignore', LISTER, folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${LISTER} failed: ${stderr}`);
  return stdout.split('\n').filter(Boolean).map(mutantOf);
}

function mutantOf(line: string): Mutant {
  const fields = JSON.parse(line) as Readonly<Record<string, string | number>>;
  function text(name: string): string {
    return String(fields[name]);
  }
  const nth = Number(fields['nth']);
  return {
    file: text('file'),
    function: text('function'),
    source: text('source'),
    line: Number(fields['line']),
    change: `${text('operator')}: ${text('change')}${nth > 1 ? ` #${nth}` : ''}`,
    text: text('text'),
  };
}

/** Returns the lasting name of a mutant: lines may move, as long as the line itself and its function stay the same. */
export function nameOf({ file, function: around, source, change }: Omit<Mutant, 'line' | 'text'>): string {
  return [file, around, source, change].join('\n');
}

/** Returns the digest of a mutant. Equal digests mean equal programs. */
export function digestOf({ file, text }: Mutant): string {
  return hash('sha256', `${file}\n${text}`).slice(0, 16);
}
