import type { Answers } from './answer.ts';
import { honest } from './right-answers.ts';
import { change, isList, isMapping } from './change.ts';
import { reads, refuses, says } from './wrong.ts';

/** Implementations that read `env` as if it were a `.env` file, or by the rules of a shell. */
export const WRONG_ENV = {
  'env-quotes-removed': saysVariables((name, value) => `${name}=${value.replace(/^(["'])([^]*)\1$/, '$2')}`),
  'env-export-dropped': saysVariables((name, value) => `${name.replace(/^export +/, '')}=${value}`),
  'env-comments-cut': saysVariables((name, value) => `${name}=${value.replace(/(?:^|\s+)#[^]*$/, '')}`),
  'env-variables-interpolated': saysVariables(
    (name, value) => `${name}=${value.replace(/\$(?:\w+|\{\w+\})/g, '')}`,
  ),
  'env-names-upper-case': saysVariables((name, value) => `${name.toUpperCase()}=${value}`),
  'env-values-trimmed': saysVariables((name, value) => `${name}=${value.trim()}`),
  'env-values-end-at-line-break': saysVariables((name, value) => `${name}=${value.replace(/\n[^]*$/, '')}`),
  'env-empty-values-dropped': says('/env', (env) =>
    isList(env) ? env.filter((entry) => !String(entry).endsWith('=')) : env,
  ),
  'env-names-only-dropped': says('/env', (env) =>
    isList(env) ? env.filter((entry) => String(entry).includes('=')) : env,
  ),
  'env-values-begin-at-last-equals-sign': saysVariables(
    (name, value) => `${name}=${value.replace(/^[^]*=/, '')}`,
  ),
  'env-first-of-equal-names-wins': firstVariableWins,
  'env-names-as-in-a-shell': refuses('/env', (env) =>
    namesOf(env).some((name) => !/^[A-Za-z_]\w*$/.test(name)),
  ),
  'env-refuses-empty-names': refuses('/env', (env) => namesOf(env).includes('')),
  'env-refuses-list': refuses('/env', isList),
  'env-refuses-numbers': refuses('/env/*', (value) => typeof value === 'number'),
  'env-sentinel-as-text': reads('/env/*', (value) => (isMapping(value) ? JSON.stringify(value) : value)),
} satisfies Readonly<Record<string, Answers>>;

/** Writes each variable that has a value in another way. */
function saysVariables(by: (name: string, value: string) => string): Answers {
  return says('/env/*', (entry) => {
    const [, name, value] = /^([^=]*)=([^]*)$/.exec(String(entry)) ?? [];
    return name === undefined || value === undefined ? entry : by(name, value);
  });
}

function firstVariableWins(document: unknown): ReturnType<Answers> {
  const seen = new Set<string>();
  return honest(
    change(document, '/env', (env) => {
      if (!isList(env)) return env;
      return env.filter((entry) => {
        const name = nameOf(entry);
        if (seen.has(name)) return false;
        seen.add(name);
        return true;
      });
    }),
  );
}

function namesOf(env: unknown): string[] {
  if (isList(env)) return env.map(nameOf);
  return isMapping(env) ? Object.keys(env) : [];
}

function nameOf(entry: unknown): string {
  return String(entry).split('=')[0] ?? '';
}
