import { readFileSync } from 'node:fs';

/** The files of `examples/adapters/` that a repository gets, by their paths in that folder. */
export const SKELETON_FILES = [
  'go/adapter.go',
  'javascript/adapter.mjs',
  'python/adapter.py',
  'rust/adapter.rs',
  'rust/Cargo.toml',
  'rust/.gitignore',
  'shell/adapter.sh',
  'typescript/adapter.ts',
] as const;
export type SkeletonFile = (typeof SKELETON_FILES)[number];

const FOLDER = new URL('../../examples/adapters/', import.meta.url);

/** Reads a file of an adapter to start from. The bundle has no examples: there, it holds the texts themselves. */
export function skeletonText(file: SkeletonFile): string {
  return readFileSync(new URL(file, FOLDER), 'utf8');
}
