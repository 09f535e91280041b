import type { GpuRules } from '../../values/gpu/object.ts';

type Vendor = 'nvidia' | 'amd' | 'google' | 'intel' | 'tenstorrent';

/** GPUs of this edition. */
export const GPU_RULES: GpuRules<Vendor> = {
  // gpu/vendor-of-five: `vendor` is one of nvidia, amd, google, intel and tenstorrent.
  // gpu/vendor-tpu: `tpu` is an alias of google.
  // gpu/vendor-tt: `tt` is an alias of tenstorrent.
  vendors: {
    words: new Map([
      ['nvidia', 'nvidia'],
      ['amd', 'amd'],
      ['google', 'google'],
      ['tpu', 'google'],
      ['intel', 'intel'],
      ['tenstorrent', 'tenstorrent'],
      ['tt', 'tenstorrent'],
    ]),
    requirement: 'gpu/vendor-of-five',
    aliases: new Map([
      ['tpu', 'gpu/vendor-tpu'],
      ['tt', 'gpu/vendor-tt'],
    ]),
    known: 'nvidia, amd, google (or tpu), intel or tenstorrent (or tt)',
  },
  // gpu/count-default-or-more: `count` defaults to `1..`.
  count: { value: '1..', requirement: 'gpu/count-default-or-more' },
};
