import type { GpuRules } from '../../values/gpu/object.ts';

/** GPUs of this edition. */
export const GPU_RULES: GpuRules<'nvidia' | 'amd' | 'google' | 'intel'> = {
  // gpu/vendor: `vendor` is one of nvidia, amd, google and intel.
  // gpu/vendor-tpu: `tpu` is an alias of google.
  vendors: {
    words: new Map([
      ['nvidia', 'nvidia'],
      ['amd', 'amd'],
      ['google', 'google'],
      ['tpu', 'google'],
      ['intel', 'intel'],
    ]),
    requirement: 'gpu/vendor',
    aliases: new Map([['tpu', 'gpu/vendor-tpu']]),
    known: 'nvidia, amd, google (or tpu) or intel',
  },
  // gpu/count-default: `count` defaults to 1.
  count: { value: '1', requirement: 'gpu/count-default' },
};
