import { LANGUAGE } from '../../../reference/editions/dstack-0.21.2/language.ts';
import { REQUIREMENTS } from '../../../spec/generated/editions/dstack-0.21.2/requirements.ts';
import { obeyAsCases, obeyAsNormalForms, obeyTheLaws, type Subject } from '../../testing/case-laws.ts';
import { GRAMMAR } from './grammar.ts';

const SUBJECT: Subject = {
  folder: 'dstack-0.21.2',
  grammar: GRAMMAR,
  language: LANGUAGE,
  requirements: REQUIREMENTS,
};

obeyAsNormalForms(SUBJECT, [
  'name: null',
  'nodes: 1',
  'nodes: null',
  'groups: null',
  'nodes: 100000',
  'env: {}',
  'env: {"A":"1"}',
  'volumes: []',
  'repos: []',
  'fleets: []',
  'tags: {}',
  'docker: true',
  'shell: "/bin/sh"',
  'retry: false',
  'idle_duration: "off"',
  'max_duration: "59s"',
  'max_duration: "1w"',
  'working_dir: "~"',
  'priority: 100',
]);

obeyTheLaws(SUBJECT);
obeyAsCases(SUBJECT, 'valid cases about groups', { topic: 'groups', kind: 'valid' }, [
  'groups/name',
  'groups/nodes-default',
  'groups/resources',
]);
obeyAsCases(SUBJECT, 'invalid cases about schedules', { topic: 'schedule', kind: 'invalid' }, [
  'schedule/cron-fields',
  'schedule/cron-items',
  'schedule/cron-limits',
]);
