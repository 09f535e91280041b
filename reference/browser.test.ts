import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the reference runs where there is no Node', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { interpret } from './reference/interpret.ts';
        import { LANGUAGE } from './reference/editions/dstack-0.18.42/language.ts';
        import { readYaml } from './reference/yaml/yaml.ts';
        import { readJson } from './reference/json/json.ts';
        const reading = readYaml('type: task\\nports: ["*:80"]\\ncommands: [a]\\n');
        globalThis.verdict = JSON.stringify([reading, readJson('[]')].map(({ document }) => interpret(LANGUAGE, document)));
      `,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    // Imports from Node stay imports of that name, and so they fail the test.
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  expect(code).not.toMatch(/require\("(?:node:|fs|path|buffer|process)/);
  const context = createContext({ TextDecoder, atob });
  runInContext(code, context);
  const [accepted, rejected] = JSON.parse(String(context['verdict'])) as {
    kind: string;
    normal?: { ports: string[] };
  }[];
  expect(accepted?.normal?.ports).toEqual(['*:80']);
  expect(rejected?.kind).toBe('rejected');
});
