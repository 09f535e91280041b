import { GRAMMAR } from '../../../generators/editions/dstack-0.21.2/grammar.ts';
import { LANGUAGE } from '../../../reference/editions/dstack-0.21.2/language.ts';
import { SPEC } from '../../../spec/generated/editions/dstack-0.21.2/edition.ts';
import type { Edition } from '../../edition.ts';
import { measuredIn } from '../../soundness/measured.ts';

const MEASUREMENTS = new URL(
  '../../../spec/editions/dstack-0.21.2/measurements/probes.ndjson',
  import.meta.url,
);

export const EDITION: Edition = {
  id: SPEC.id,
  spec: SPEC,
  language: LANGUAGE,
  grammar: GRAMMAR,
  measured: measuredIn(MEASUREMENTS, SPEC, LANGUAGE),
};
