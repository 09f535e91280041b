import tab from '@bomb.sh/tab/commander';
import { Command } from 'commander';
import { unknownNames } from '../../../reference/advice/nearest.ts';
import { valuesOf } from './values.ts';
import { typedAt } from './words.ts';

type Root = ReturnType<typeof tab>;

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** What the scripts take as the last line: the shell completes names of files, or none. */
const WITH_FILES = ':0';
const WITHOUT_FILES = ':4';

/** Error message for a shell that has no script; undefined if it has one. */
export function unknownShell(shell = ''): string | undefined {
  const all = `the shells are ${SHELLS.join(', ')}`;
  if (shell === '') return `a shell is needed; ${all}`;
  return unknownNames('script for the shell', [shell], SHELLS, all);
}

/** Returns the script that a shell sources. */
export function completionScript(program: Command, shell: string): string {
  const root = rootOf(program);
  const script = logged(() => {
    root.setup(program.name(), program.name(), shell);
  });
  return shell === 'bash' ? `${STAND_IN}${withFiles(withoutEval(script))}` : script;
}

/**
 * The scripts of the library for bash use a function of the package bash-completion, which not every machine has.
 */
const STAND_IN = `if ! declare -F _get_comp_words_by_ref >/dev/null; then
    # A stand-in for the function of the package bash-completion.
    _get_comp_words_by_ref() {
        cur=\${COMP_WORDS[COMP_CWORD]}
        prev=\${COMP_WORDS[COMP_CWORD - 1]}
        words=("\${COMP_WORDS[@]:0:COMP_CWORD + 1}")
        cword=$COMP_CWORD
    }
fi
`;

/**
 * Makes bash pass the words on as they are. The script of the library has them evaluated, so a `$(…)` that is still
 * being typed would be run.
 */
function withoutEval(script: string): string {
  return script.replace(
    'out=$(eval "$requestComp" 2>/dev/null)',
    () => 'out=$("${words[0]}" complete -- "${words[@]:1:cword-1}" "$cur" 2>/dev/null)',
  );
}

/** Lets bash complete names of files where the program has no names of its own. */
function withFiles(script: string): string {
  return script.replace(/^complete -F /m, 'complete -o bashdefault -o default -F ');
}

/** Returns the words that may stand in the place of the last one, one line each, and whether files may. */
export async function completions(program: Command, words: readonly string[]): Promise<string> {
  const values = await valuesOf(typedAt(program, words), words);
  if (values === undefined) {
    const root = rootOf(program);
    return logged(() => {
      root.parse([...words]);
    });
  }
  if (values.kind === 'files') return `${WITH_FILES}\n`;
  const begun = words.at(-1) ?? '';
  const fitting = values.names.filter((name) => name.startsWith(begun));
  return `${[...fitting, WITHOUT_FILES].join('\n')}\n`;
}

/** Tells the library all commands and flags. It registers a command of its own, so it is given a copy. */
function rootOf(program: Command): Root {
  const copy = new Command(program.name()).helpCommand(false);
  for (const option of program.options) copy.addOption(option);
  for (const command of program.commands) if (command.name() !== 'complete') copy.addCommand(command);
  const root = tab(copy);
  for (const command of root.commands.values())
    for (const { long, description, required } of program.options)
      command.option((long ?? '').slice(2), description, ...(required ? [() => undefined] : []));
  return root;
}

/** Runs a function of the library, which prints, and returns what it prints. */
function logged(print: () => void): string {
  const { log } = console;
  const lines: string[] = [];
  console.log = (line: unknown) => {
    lines.push(String(line));
  };
  try {
    print();
  } finally {
    console.log = log;
  }
  return `${lines.join('\n')}\n`;
}
