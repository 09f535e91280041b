import type { NormalGpu } from '../../../../spec/generated/editions/dstack-0.21.2/normal-form.ts';
import type { GpuRules } from '../../../meaning/gpu.ts';

export type Vendor = NonNullable<NormalGpu['vendor']>;

/** GPUs of this edition. Vendors with an alias occur twice. */
export const GPUS: GpuRules<Vendor> = {
  vendors: ['nvidia', 'amd', 'google', 'intel', 'tenstorrent', 'google', 'tenstorrent'],
  named: ['nvidia', null, 'google', null],
  // gpu/vendor-of-five: `vendor` is one of nvidia, amd, google, intel and tenstorrent.
  vendor: 'gpu/vendor-of-five',
  aliases: new Map([
    // gpu/vendor-tpu: `tpu` is an alias of google.
    ['google', { word: 'tpu', isDocumented: true, requirement: 'gpu/vendor-tpu' }],
    // gpu/vendor-tt: `tt` is an alias of tenstorrent.
    ['tenstorrent', { word: 'tt', isDocumented: false, requirement: 'gpu/vendor-tt' }],
  ]),
  // gpu/needs-image: The vendors amd, intel and tenstorrent need an `image` or `docker: true`, unless the count's upper
  //   end is 0.
  needImage: new Set(['amd', 'intel', 'tenstorrent']),
  count: { min: 1, max: null },
  // gpu/count-default-or-more: `count` defaults to `1..`.
  countDefault: 'gpu/count-default-or-more',
};
