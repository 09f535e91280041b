import type { VolumeRules } from '../../values/volume.ts';

/** Volumes of this edition. They may be mounted anywhere. */
export const VOLUME_RULES: VolumeRules = {
  textOf: (value) => (typeof value === 'string' ? value : undefined),
  refuse: () => undefined,
};
