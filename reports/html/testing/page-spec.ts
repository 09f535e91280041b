import { SPEC } from '../../../spec/generated/editions/dstack-0.18.42/edition.ts';

/** The spec whose page the reports of tests show. Their logs know a few of its requirements. */
export const PAGE_SPEC = SPEC;
