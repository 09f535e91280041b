import type { Found } from './found.ts';
import type { Language } from './language.ts';
import type { SkeletonFile } from './skeleton-text.ts';

/** What a repository gets for a language. */
export interface Skeleton {
  /** The adapter first. All of them go into one folder. */
  readonly files: readonly [SkeletonFile, ...SkeletonFile[]];
  /** The programs without which it can't be started. */
  readonly needs: readonly string[];
  /** Returns the command that starts the adapter. */
  readonly command: (adapter: string, found: Found) => readonly string[];
  /** Seconds that the first start may take, where it compiles. */
  readonly startupTimeout?: number;
  /** The steps of a workflow that set up the language. A machine of GitHub has Node, jq, Python and Rust. */
  readonly setup: readonly string[];
}

const GO = ['- uses: actions/setup-go@v5', '  with: { go-version: stable }'];

export const SKELETONS: Readonly<Record<Language, Skeleton>> = {
  go: {
    files: ['go/adapter.go'],
    needs: ['go'],
    command: (adapter) => ['go', 'run', adapter],
    startupTimeout: 120,
    setup: GO,
  },
  javascript: {
    files: ['javascript/adapter.mjs'],
    needs: ['node'],
    command: (adapter) => ['node', adapter],
    setup: [],
  },
  python: {
    files: ['python/adapter.py'],
    needs: ['python3'],
    command: (adapter) => ['python3', adapter],
    setup: [],
  },
  rust: {
    files: ['rust/adapter.rs', 'rust/Cargo.toml', 'rust/.gitignore'],
    needs: ['cargo'],
    command: (adapter) => [
      ...['cargo', 'run', '--quiet', '--release', '--manifest-path'],
      adapter.replace(/adapter\.rs$/, 'Cargo.toml'),
    ],
    startupTimeout: 300,
    setup: [],
  },
  shell: {
    files: ['shell/adapter.sh'],
    needs: ['bash', 'jq'],
    command: (adapter) => ['bash', adapter],
    setup: [],
  },
  typescript: {
    files: ['typescript/adapter.ts'],
    needs: ['node'],
    command: commandForTypeScript,
    startupTimeout: 60,
    setup: [],
  },
};

/** Node reads TypeScript itself from 22.18 on; before, the repository may have tsx, or npx fetches it. */
function commandForTypeScript(adapter: string, { hasTsx, nodeReadsTypeScript }: Found): readonly string[] {
  if (hasTsx) return ['node', '--import', 'tsx', adapter];
  return nodeReadsTypeScript ? ['node', adapter] : ['npx', '--yes', 'tsx', adapter];
}
