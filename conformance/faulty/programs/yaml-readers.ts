import type { YamlReader } from './message.ts';
import { YAML_DIALECTS } from './yaml-dialects.ts';
import { YAML_PAIRS } from './yaml-pairs.ts';
import { YAML_REWRITES } from './yaml-rewrites.ts';

/** Every fault about reading YAML. These programs take only YAML, and are right about every value. */
const READERS = { ...YAML_DIALECTS, ...YAML_REWRITES, ...YAML_PAIRS } satisfies Readonly<
  Record<string, YamlReader>
>;

export type YamlFault = keyof typeof READERS;

export const YAML_READERS: Readonly<Record<YamlFault, YamlReader>> = READERS;
