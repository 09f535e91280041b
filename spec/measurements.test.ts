import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { describe, expect, test } from 'vitest';
import { examples, type Example } from './catalogue.ts';
import { exceptionFor } from './exceptions.ts';
import { schemaErrors } from './schema-check.ts';
import { readMeasurements, type Measurement } from './sources.ts';
import { EDITIONS } from './testing/editions.ts';

test.each([
  ['dstack-0.18.42', 2167],
  ['dstack-0.21.2', 4110],
])('%s has %d measurements', (folder, count) => {
  expect(readMeasurements(folder)).toHaveLength(count);
});

describe.each(EDITIONS)('$folder', ({ folder, spec }) => {
  const measurements = readMeasurements(folder);

  test('each measurement has its own id', () => {
    expect(new Set(measurements.map((each) => each.id)).size).toBe(measurements.length);
  });

  test('every measured normal form is valid by its schema', () => {
    const wrong = measurements.flatMap(({ id, normal }) =>
      normal === undefined
        ? []
        : schemaErrors(`${folder}/normal-form`, normal).map((error) => `${id} ${error}`),
    );
    expect(wrong).toEqual([]);
  });

  test('an example that was also measured has the measured outcome', () => {
    const measuredBy = new Map(measurements.map((each) => [identity(each.yaml), each]));
    const pairs = examples(spec).flatMap((example) => {
      const measurement = measuredBy.get(identity(example.yaml));
      const isSame =
        measurement !== undefined &&
        !measurement.isOutdated &&
        exceptionFor(spec, measurement.id) === undefined;
      return isSame ? [{ example, measurement }] : [];
    });
    const wrong = pairs.filter(({ example, measurement }) => !agrees(example, measurement));
    expect(wrong.map(({ example, measurement }) => `${example.id} ${measurement.id}`)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(200);
  });
});

function agrees(example: Example, measurement: Measurement): boolean {
  if (example.kind === 'rejected')
    return measurement.verdict !== 'accepted' && isNear(example.path, measurement);
  if (measurement.normal === undefined) return false;
  const { commands, ...expected }: Readonly<Record<string, unknown>> = { ...example.normal };
  const { commands: measured, ...rest } = measurement.normal;
  const isFiller = JSON.stringify(measured) === '["a"]' && JSON.stringify(commands) === '["python train.py"]';
  const sameCommands = isFiller || JSON.stringify(measured) === JSON.stringify(commands);
  return sameCommands && JSON.stringify(rest) === JSON.stringify(expected);
}

/** Returns whether a path is one that the release named, or directly above or below one. */
function isNear(path: string, { paths }: Measurement): boolean {
  return paths?.some((each) => each === path || above(each) === path || each === above(path)) ?? true;
}

function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/**
 * Returns a document's content, scalar by scalar as written. It is the same for flow and block style, but not for `2`
 * and `2.0`.
 */
function identity(text: string): string {
  const document = parseDocument(text, { uniqueKeys: false });
  if (document.errors.length > 0 || document.warnings.length > 0) return `text ${text}`;
  return identityOf(document.contents).replace('"commands" [plain a]', '"commands" [plain python train.py]');
}

function identityOf(node: Node | null): string {
  if (isMap<Node, Node | null>(node)) {
    const pairs = node.items.map(({ key, value }) => `[${identityOf(key)} ${identityOf(value)}]`);
    return `{${pairs.sort().join(' ')}}`;
  }
  if (isSeq<Node>(node)) return `[${node.items.map(identityOf).join(' ')}]`;
  if (!isScalar(node)) return String(node);
  // Plain words that are text in every version of YAML count as quoted ones.
  const isText = typeof node.value === 'string' && /^(?!yes$|off$)[a-z]{3,}$/i.test(node.value);
  if (node.type === 'PLAIN' && !isText) return `plain ${node.source ?? ''}`;
  return JSON.stringify(node.value);
}
