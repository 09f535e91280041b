import { describe, expect, test } from 'vitest';
import { readYaml } from '../../reference/yaml/yaml.ts';
import { examplesOf } from '../../spec/catalogue.ts';
import { exceptionFor } from '../../spec/exceptions.ts';
import { readMeasurements } from '../../spec/sources.ts';
import { BACKENDS } from '../meaning/pools.ts';
import { durationFault, secondsFault } from './duration.ts';
import type { Fault, Grammar } from './fault.ts';
import { computeCapabilityFault, gpuTextFault, vendorFault } from './gpu.ts';
import { singleSizeFault } from './memory.ts';
import { containerPathFault, instancePathFault, volumeTextFault, workingDirFault } from './path.ts';
import { portFault } from './port.ts';
import { countRangeFault, memoryRangeFault } from './range.ts';
import {
  booleanFault,
  integerFault,
  nodesFault,
  priceFault,
  runNameFault,
  userFault,
  wordFault,
} from './scalar.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';
import { SPEC } from '../../spec/generated/editions/dstack-0.18.42/edition.ts';
import { EDITION } from '../../spec/testing/edition.ts';

const VERSIONS = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'];

/** The grammar of each place that has one. The place of list items ends in `*`. */
const GRAMMARS: Readonly<Record<string, Grammar>> = {
  '/type': wordFault(['task'], 'type/task'),
  '/nodes': nodesFault,
  '/name': runNameFault,
  '/user': userFault,
  '/privileged': booleanFault('boolean/other'),
  '/nvcc': booleanFault('boolean/other'),
  '/single_branch': booleanFault('boolean/other'),
  '/working_dir': workingDirFault,
  '/python': wordFault(VERSIONS, 'python/versions'),
  '/volumes/*': volumeTextFault,
  '/volumes/*/path': containerPathFault,
  '/volumes/*/instance_path': instancePathFault,
  '/volumes/*/optional': booleanFault('boolean/other'),
  '/ports/*': portFault,
  '/ports/*/local_port': integerFault,
  '/ports/*/container_port': integerFault,
  '/backends/*': wordFault(BACKENDS, 'backends/known'),
  '/spot_policy': wordFault(['spot', 'on-demand', 'auto'], 'spot_policy/values'),
  '/creation_policy': wordFault(['reuse', 'reuse-or-create'], 'creation_policy/values'),
  '/termination_policy': wordFault(['dont-destroy', 'destroy-after-idle'], 'termination_policy/values'),
  '/retry': booleanFault('retry/kind'),
  '/retry/on_events/*': wordFault(['no-capacity', 'interruption', 'error'], 'retry/events'),
  '/retry/duration': secondsFault,
  '/max_duration': durationFault,
  '/stop_duration': durationFault,
  '/idle_duration': durationFault,
  '/termination_idle_time': secondsFault,
  '/max_price': priceFault,
  '/resources/cpu': countRangeFault,
  '/resources/memory': memoryRangeFault,
  '/resources/memory/min': memoryRangeFault,
  '/resources/memory/max': memoryRangeFault,
  '/resources/shm_size': singleSizeFault,
  '/resources/disk': memoryRangeFault,
  '/resources/disk/size': memoryRangeFault,
  '/resources/gpu': gpuTextFault,
  '/resources/gpu/vendor': vendorFault,
  '/resources/gpu/count': countRangeFault,
  '/resources/gpu/memory': memoryRangeFault,
  '/resources/gpu/total_memory': memoryRangeFault,
  '/resources/gpu/compute_capability': computeCapabilityFault,
};

interface Graded {
  readonly path: string;
  readonly text: string;
  readonly fault: Fault;
}

/** Returns each text of a document that stands in a place with a grammar. */
function gradedIn(value: unknown, path = '', place = ''): Graded[] {
  if (typeof value === 'string') {
    const grammar = GRAMMARS[place];
    return grammar === undefined ? [] : [{ path, text: value, fault: grammar(value) }];
  }
  if (Array.isArray(value))
    return value.flatMap((item, index) => gradedIn(item, `${path}/${index}`, `${place}/*`));
  if (!isMapping(value)) return [];
  return Object.keys(value).flatMap((key) => gradedIn(value[key], `${path}/${key}`, `${place}/${key}`));
}

const examples = SPEC.requirements
  .flatMap((each) => examplesOf(SPEC, each))
  .flatMap((example) => {
    const reading = readYaml(example.yaml);
    return reading.kind === 'read' ? [{ example, graded: gradedIn(reading.document) }] : [];
  });

const rows = readMeasurements(EDITION)
  .filter(({ id }) => exceptionFor(SPEC, id) === undefined)
  .flatMap((row) => {
    const reading = readYaml(row.yaml);
    return reading.kind === 'read' ? [{ row, graded: gradedIn(reading.document) }] : [];
  });

describe('the grammars of near-misses', () => {
  test('find no fault in the texts of accepted examples and measurements', () => {
    const accepted = [
      ...examples.filter(({ example }) => example.kind === 'accepted'),
      ...rows.filter(({ row }) => row.verdict === 'accepted'),
    ].flatMap(({ graded }) => graded);
    expect(accepted.filter(({ fault }) => fault !== undefined)).toEqual([]);
    expect(accepted.length).toBeGreaterThan(500);
  });

  test('name the broken requirement of each rejected example', () => {
    const named = examples.flatMap(({ example, graded }) =>
      example.kind === 'rejected'
        ? graded
            .filter(({ path }) => path === example.path)
            .map((each) => ({ ...each, requirement: example.requirement }))
        : [],
    );
    // These requirements can't be decided from the text alone.
    const ofTheTask = ['python/exclusive-with-image', 'nvcc/exclusive-with-image', 'volumes/known-fields'];
    const own = named.filter(({ requirement }) => !ofTheTask.includes(requirement));
    expect(own.filter(({ fault, requirement }) => fault !== requirement)).toEqual([]);
    expect(own.length).toBeGreaterThan(70);
  });

  test('find a fault in each measured text that the release refused', () => {
    const refused = rows
      .filter(({ row, graded }) => row.verdict !== 'accepted' && isAbout(row.topic, graded))
      .flatMap(({ graded }) => graded.filter(({ path }) => path !== '/type'));
    const missed = refused.filter(({ fault }) => fault === undefined);
    // These texts are valid, and only the missing image makes them wrong.
    expect(missed.map(({ text }) => text)).toEqual(['amd', 'amd:MI300X']);
    expect(refused.length).toBeGreaterThan(250);
  });
});

/** Returns whether the only text of a row in a place with a grammar is the measured value, or an item of it. */
function isAbout(topic: string, graded: readonly Graded[]): boolean {
  const [own, ...others] = graded.filter(({ path }) => path !== '/type');
  const place = own?.path.replace(/\/\d+$/, '');
  return others.length === 0 && place === `/${topic.replaceAll('.', '/')}`;
}
