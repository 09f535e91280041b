import { describe } from '../../document/describe.ts';
import { scalarText } from '../../document/scalar-text.ts';
import { reject } from '../../document/violation.ts';
import type { VolumeRules } from '../../values/volume.ts';

/** Volumes of this edition. */
export const VOLUME_RULES: VolumeRules = {
  textOf: scalarText,
  // volumes/not-in-workflow: No volume is mounted at a path that begins with /workflow.
  refuse: (path) =>
    path.startsWith('/workflow')
      ? reject('volumes/not-in-workflow', `${describe(path)} begins with /workflow`)
      : undefined,
};
