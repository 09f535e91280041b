import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Installs the packed package into an empty project, with an empty cache, and uses every entry of it there. */

const folder = mkdtempSync(join(tmpdir(), 'packed-'));
const project = join(folder, 'project');
const root = new URL('..', import.meta.url).pathname;

const PROGRAM = `
import { interpret, normalize, explain } from 'dstack-conformance/reference';
import { tasks, invalidTasks, yamlTexts, cases } from 'dstack-conformance/generators';
import { certify, judge, type Certification } from 'dstack-conformance/conformance';
import { findRequirement, type Level } from 'dstack-conformance/spec';
import schema from 'dstack-conformance/schemas/dstack-0.18.42/task.schema.json' with { type: 'json' };
import fc from 'fast-check';

const verdict = interpret({ type: 'task', commands: ['a'] });
const nodes: number = verdict.kind === 'accepted' ? verdict.normal.nodes : -1;
fc.assert(fc.property(tasks(), ({ yaml, normal }) => {
  const answer = normalize(yaml);
  return 'accepted' in answer && answer.accepted.stop_duration === normal.stop_duration;
}));
fc.assert(fc.property(invalidTasks(), yamlTexts(), cases(), ({ yaml }, valid, { kind }) =>
  'rejected' in normalize(yaml) && 'accepted' in normalize(valid) && kind !== undefined));
const certification: Certification = await certify({ name: 'mine', normalize }, { cases: 50 });
const level: Level | undefined = findRequirement('ports/range')?.level;
const judged = await judge({ kind: 'yaml', text: 'type: task' }, { rejected: [] });
console.log(JSON.stringify({
  nodes, level, judged: judged.kind, grade: certification.grade, title: typeof schema.title,
  explained: explain('type: task\\ncommands: [a]').kind,
}));
`;

const TESTS = `
import { describeConformance } from 'dstack-conformance/vitest';
import { normalize } from 'dstack-conformance/reference';

describeConformance(normalize, { name: 'right', cases: 50 });
describeConformance(
  (text, options) => {
    const answer = normalize(text, options);
    if ('rejected' in answer || text.includes('stop_duration')) return answer;
    return { accepted: { ...answer.accepted, stop_duration: '6m' } };
  },
  { name: 'wrong', cases: 50 },
);
`;

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    resolveJsonModule: true,
    skipLibCheck: false,
    types: [],
    lib: ['ES2023', 'DOM'],
    outDir: 'out',
  },
  include: ['program.ts', 'src', 'page'],
};

/** The code that the page about the library shows, in its order, and the files of a user's project that it is about. */
const PAGE = ['page/read.ts', 'page/generate.ts', 'page/certify.ts', 'src/normalize.ts'];
const SHOWN = /^```ts\n(.*?)^```$/gms;
const NODES = 'export function nodesOf(yaml: string): number { return yaml.length; }';

function run(command: string, args: readonly string[], cwd = project) {
  const env = { ...process.env, npm_config_cache: join(folder, 'cache'), NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env });
  return { status, stdout, stderr, text: stdout + stderr };
}

/** Why the package could not be installed; undefined if it was. */
let obstacle: string | undefined;

beforeAll(() => {
  mkdirSync(project);
  const packed = run('npm', ['pack', '--pack-destination', folder], root);
  expect(packed.status, packed.text).toBe(0);
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'mine', type: 'module', private: true }),
  );
  writeFileSync(join(project, 'program.ts'), PROGRAM);
  writeFileSync(join(project, 'conformance.test.ts'), TESTS);
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  for (const each of ['src', 'page']) mkdirSync(join(project, each));
  writeFileSync(join(project, 'src/nodes.ts'), NODES);
  const page = readFileSync(join(root, 'docs/library.md'), 'utf8');
  const shown = [...page.matchAll(SHOWN)].map(([, code = '']) => code);
  expect(shown).toHaveLength(PAGE.length);
  for (const [index, path] of PAGE.entries()) writeFileSync(join(project, path), shown[index] ?? '');
  const installed = run('npm', ['install', '--no-audit', '--no-fund', join(folder, tarball)]);
  if (installed.status !== 0) obstacle = `npm could not install it: ${installed.text}`;
}, 300_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A tool of this project, which works on the other one. */
function tool(path: string): string {
  return join(root, 'node_modules', path);
}

describe('the packed package', () => {
  it('installs with nothing but what is not in its bundle', () => {
    expect(obstacle).toBeUndefined();
    const names = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(names).toEqual(['dstack-conformance', 'fast-check', 'pure-rand']);
  });

  it('has a command that certifies its own reference', () => {
    const { status, stdout, text } = run('npx', [
      '--offline',
      'dstack-conformance',
      'certify',
      '--cases',
      '50',
    ]);
    expect(status, text).toBe(0);
    expect(stdout).toMatch(/^grade: drop-in$/m);
  });

  it.for(['22', '24'])('runs on Node.js %s, where the registry has it', (version, context) => {
    const other = join(folder, `node-${version}`);
    mkdirSync(other);
    writeFileSync(join(other, 'package.json'), '{}');
    const installed = run('npm', ['install', '--no-audit', '--no-fund', `node@${version}`], other);
    if (installed.status !== 0) context.skip(`npm could not install Node.js ${version}`);
    const node = join(other, 'node_modules/node/bin/node');
    expect(run(node, ['--version']).stdout).toMatch(new RegExp(`^v${version}\\.`));
    const { status, text } = run(node, [
      join(project, 'node_modules/.bin/dstack-conformance'),
      'certify',
      '--cases',
      '50',
    ]);
    expect(status, text).toBe(0);
  });

  it('has types that hold under strict settings, and entries that do what they say', () => {
    const compiled = run(process.execPath, [tool('typescript/bin/tsc'), '--project', '.']);
    expect(compiled.text).toBe('');
    expect(run(process.execPath, ['out/page/read.js']).stdout).toMatch(/^3 8 .* nodes\/positive\n$/);
    const { stdout, text } = run(process.execPath, ['out/program.js']);
    expect(JSON.parse(stdout), text).toEqual({
      nodes: 1,
      level: 'observed',
      judged: 'pass',
      grade: 'drop-in',
      title: 'string',
      explained: 'accepted',
    });
  });

  it('gives a suite of tests in which what is wrong fails, and nothing else', () => {
    symlinkSync(tool('vitest'), join(project, 'node_modules', 'vitest'));
    const { text } = run(process.execPath, [
      tool('vitest/vitest.mjs'),
      'run',
      '--reporter=json',
      '--outputFile=tests.json',
    ]);
    const { testResults } = JSON.parse(readFileSync(join(project, 'tests.json'), 'utf8')) as TestReport;
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    const failed = results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
    expect(failed, text).toEqual([
      'wrong duration stop_duration/default: `stop_duration` defaults to `5m`.',
      'wrong nothing else is wrong',
    ]);
    expect(results.filter(({ status }) => status === 'passed').length).toBeGreaterThan(400);
  });

  it('has the types that its list of exports says, and no others', () => {
    const exports = Object.fromEntries(
      readdirSync(join(project, 'node_modules/dstack-conformance/dist'))
        .filter((name) => name.endsWith('.d.ts'))
        .map((name) => [name, exportedFrom(join(project, 'node_modules/dstack-conformance/dist', name))]),
    );
    expect(exports).toMatchSnapshot();
  });

  it('is found by every way of importing it that it offers', () => {
    const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    const linted = run(process.execPath, [tool('publint/src/cli.js'), join(folder, tarball), '--strict']);
    expect(linted.status, linted.text).toBe(0);
    const checked = run(process.execPath, [
      tool('@arethetypeswrong/cli/dist/index.js'),
      join(folder, tarball),
      '--profile=esm-only',
      '--exclude-entrypoints=./protocol.md',
    ]);
    expect(checked.status, checked.text).toBe(0);
  });

  it('repeats the licenses of what is bundled', () => {
    const notices = join(project, 'node_modules/dstack-conformance/dist/THIRD-PARTY-NOTICES.txt');
    const names = [...readFileSync(notices, 'utf8').matchAll(/^(\S+) \d+\.\d+\.\d+ \(/gm)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(expect.arrayContaining(['ajv', 'commander', 'yaml']));
    expect(names).not.toContain('fast-check');
  });
});

interface TestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Returns the names that a file of declarations exports. */
function exportedFrom(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const found = text.matchAll(/^export (?:declare )?(?:function|const|class|interface|type) (\w+)/gm);
  return [...found].map(([, name = '']) => name).sort();
}
