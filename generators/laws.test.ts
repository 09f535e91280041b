import { LANGUAGE } from '../reference/editions/dstack-0.18.42/language.ts';
import { REQUIREMENTS } from '../spec/generated/editions/dstack-0.18.42/requirements.ts';
import { GRAMMAR } from './editions/dstack-0.18.42/grammar.ts';
import { obeyAsCases, obeyAsNormalForms, obeyTheLaws, type Subject } from './testing/case-laws.ts';
import { EDITION } from '../spec/testing/edition.ts';

const SUBJECT: Subject = {
  folder: EDITION,
  grammar: GRAMMAR,
  language: LANGUAGE,
  requirements: REQUIREMENTS,
};

obeyAsNormalForms(SUBJECT, [
  'name: null',
  'nodes: 1',
  'nodes: 100000',
  'env: []',
  'env: ["A="]',
  'volumes: []',
  'retry: false',
  'idle_duration: "off"',
  'max_duration: "59s"',
  'max_duration: "-1"',
  'max_duration: "1w"',
  'max_price: 1e-7',
  'commands: []',
  'regions: []',
  'backends: null',
]);

obeyTheLaws(SUBJECT);
obeyAsCases(SUBJECT, 'valid cases about ports', { topic: 'ports', kind: 'valid' }, [
  'ports/number',
  'ports/object',
  'ports/text-number',
]);
obeyAsCases(SUBJECT, 'invalid cases about retry', { topic: 'retry', kind: 'invalid' }, [
  'retry/events',
  'retry/kind',
  'retry/on_events-empty',
]);
