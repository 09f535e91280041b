import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { JUNIT_UNITS, type JunitUnit } from '../format.ts';
import { caseLine, footerLine, headerLine } from '../testing/lines.ts';
import { RUN_KINDS, summaryOf, summaryOfLines, wrongValue, type RunKind } from '../testing/runs.ts';
import { HAS_XMLLINT, XMLLINT_NOTE, xmlComplaints } from '../testing/xmllint.ts';
import { renderJunit } from './junit.ts';

/** A test as an independent parser reads it. */
interface ReadTest {
  readonly name: string;
  readonly classname: string;
  readonly failure?: ReadResult;
  readonly error?: ReadResult;
  readonly skipped?: ReadResult;
}

interface ReadResult {
  readonly type: string;
  readonly message: string;
  readonly '#text'?: string;
}

interface ReadSuite {
  readonly name: string;
  readonly tests: string;
  readonly failures: string;
  readonly errors: string;
  readonly skipped: string;
  readonly time: string;
  readonly testcase: readonly ReadTest[];
  readonly properties: { readonly property?: readonly { readonly name: string; readonly value: string }[] };
}

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['testsuite', 'testcase', 'property'].includes(name),
});

function suitesIn(xml: string): readonly ReadSuite[] {
  const { testsuites } = PARSER.parse(xml) as { testsuites: { testsuite: readonly ReadSuite[] } };
  return testsuites.testsuite;
}

function testsIn(xml: string): readonly ReadTest[] {
  return suitesIn(xml).flatMap(({ testcase }) => testcase);
}

function testNamed(name: string, kind: RunKind): ReadTest | undefined {
  return testsIn(renderJunit(summaryOf(kind))).find((test) => test.name === name);
}

const XSD = fileURLToPath(new URL('testing/junit.xsd', import.meta.url));

describe('a JUnit report', () => {
  const EVERY_REPORT = RUN_KINDS.flatMap((kind) => JUNIT_UNITS.map((junitBy) => ({ kind, junitBy })));

  it.skipIf(!HAS_XMLLINT).each(EVERY_REPORT)(
    `of $kind by $junitBy is valid by the schemas of Ant and Jenkins${XMLLINT_NOTE}`,
    ({ kind, junitBy }) => {
      expect(xmlComplaints(renderJunit(summaryOf(kind), { junitBy }), XSD)).toBe('');
    },
  );

  it.each(EVERY_REPORT)(
    'of $kind by $junitBy counts its tests, and fails exactly if the exit code is not 0',
    ({ kind, junitBy }) => {
      const summary = summaryOf(kind);
      const suites = suitesIn(renderJunit(summary, { junitBy }));
      for (const { testcase, tests, failures, errors, skipped } of suites) {
        const counts = (['failure', 'error', 'skipped'] as const).map((result) =>
          String(testcase.filter((test) => test[result] !== undefined).length),
        );
        expect([String(testcase.length), ...counts]).toEqual([tests, failures, errors, skipped]);
      }
      const failed = suites.some(({ failures, errors }) => failures !== '0' || errors !== '0');
      expect(failed).toBe(summary.verdict.exitCode !== 0);
    },
  );

  it('has a suite for each topic, with a test for each requirement', () => {
    const suites = suitesIn(renderJunit(summaryOf('a run that passed')));
    expect(suites.map(({ name, testcase }) => [name, testcase.map((test) => test.name)])).toEqual([
      ['the run as a whole', ['the run is complete']],
      ['run', ['nodes/default']],
      ['ports', ['ports/range']],
    ]);
  });

  it('has a test for each cause, or for each of the shortest failing cases, if that is asked for', () => {
    function namesBy(junitBy: JunitUnit, kind: RunKind): (readonly string[])[] {
      return suitesIn(renderJunit(summaryOf(kind), { junitBy })).map(({ name, testcase }) => [
        name,
        ...testcase.map((test) => test.name.replace(/[0-9a-f]{12}/, 'id')),
      ]);
    }
    expect(namesBy('cause', 'a run that failed').slice(1)).toEqual([
      ['causes', 'wrong-value at /nodes (id)', 'wrong-value at /ports/* (id)'],
    ]);
    expect(namesBy('case', 'a run that failed').slice(1)).toEqual([
      ['cases', 'nodes/default/accept-1/json', 'ports/range/accept-1/json'],
    ]);
    expect(namesBy('cause', 'a run that passed')).toEqual([['the run as a whole', 'the run is complete']]);
    expect(namesBy('cause', 'a run whose failures are listed').slice(1)).toEqual([
      ['causes', 'wrong-value at /nodes (id)'],
    ]);
  });

  it('shows the counterexample of a failure, the two answers, and the line that asks again', () => {
    const failure = testNamed('nodes/default', 'a run that failed')?.failure;
    expect(failure?.type).toBe('wrong-value');
    expect(failure?.message).toBe('wrong-value at /nodes: nodes/default: `nodes` defaults to 1. (1 case)');
    for (const part of [
      '{"type":"task"}',
      'expected: 1 at /nodes',
      'received: 2',
      'replay: dstack-conformance certify --case nodes/default/accept-1/json -- tool',
    ])
      expect(failure?.['#text']).toContain(part);
  });

  it('skips a failure on observed behaviour unless drop-in is required', () => {
    expect(testNamed('ports/range', 'a run that failed')?.skipped?.message).toContain('observed behaviour');
    expect(testNamed('ports/range', 'a run of a conformant program')?.skipped?.message).toContain('allows');
    expect(testNamed('ports/range', 'a run that had to be drop-in')?.failure).toBeDefined();
  });

  it('has an error for a crash that no requirement tells apart, with the last words of the program', () => {
    const crash = testsIn(renderJunit(summaryOf('a run of a program that crashes'))).at(-1);
    expect(crash?.error?.type).toBe('crash');
    expect(crash?.error?.['#text']).toContain('last words');
  });

  it('has an error that says why a run is incomplete', () => {
    const name = 'the run is complete';
    expect(testNamed(name, 'an interrupted run')?.error?.message).toContain('interrupted');
    expect(testNamed(name, 'a filtered run')?.error?.message).toContain('--topic ports');
    expect(testNamed(name, 'a log without an end')?.error?.message).toContain('the log has no end');
    expect(testNamed(name, 'a run that never started')?.error?.message).toContain('no program tool');
    expect(testNamed(name, 'a run that failed')?.error).toBeUndefined();
  });

  it('skips what the baseline lists, with the reason, and fails for entries that no longer fail', () => {
    expect(testNamed('nodes/default', 'a run whose failures are listed')?.skipped?.message).toBe(
      'listed in the baseline: not built yet https://example.org/issues/5',
    );
    const stale = testNamed('baseline line 1: case x: fail', 'a run with entries that no longer fail');
    expect(stale?.failure?.message).toContain('delete the entry');
  });

  it('has an error for a log that is not what the suite writes', () => {
    const xml = renderJunit(summaryOf('a log without an end', { count: 2, kept: ['line 3 is no event'] }));
    const test = testsIn(xml).find(({ name }) => name === 'the log is what the suite writes');
    expect(test?.error?.['#text']).toContain('line 3 is no event');
  });

  it('names the run by its properties', () => {
    const [suite] = suitesIn(renderJunit(summaryOf('a run that failed')));
    const properties = Object.fromEntries(
      (suite?.properties.property ?? []).map(({ name, value }) => [name, value]),
    );
    expect(properties).toMatchObject({
      grade: 'non-conformant',
      'exit-code': '1',
      spec: 'dstack-0.18.42/task',
      'corpus-digest': 'sha256:0123456789abcdef',
    });
    expect(suite?.time).toBe('1.000');
  });

  it('cuts messages after 2 kB and texts after 8 kB, between characters', () => {
    const long = '😀'.repeat(10_000);
    const failing = wrongValue('nodes/default', { input: { kind: 'json', text: long } });
    const xml = renderJunit(
      summaryOfLines([
        headerLine({
          requirements: { 'nodes/default': { topic: 'run', level: 'documented', sentence: long } },
        }),
        failing,
        footerLine({ exitCode: 1 }),
      ]),
    );
    const failure = testsIn(xml).find(({ name }) => name === 'nodes/default')?.failure;
    expect(Buffer.byteLength(failure?.message ?? '')).toBeLessThanOrEqual(2048);
    expect(Buffer.byteLength(failure?.['#text'] ?? '')).toBeLessThanOrEqual(8192);
    expect(failure?.message).toMatch(/😀…$/u);
    expect(failure?.message).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('makes characters visible that XML forbids', () => {
    const text = 'a\u0000\u001b[31m\ud800\uffff]]><b>&"\'';
    const xml = renderJunit(
      summaryOfLines([
        headerLine({ command: [text] }),
        wrongValue('nodes/default', { input: { kind: 'yaml', text: `${text}\nb` } }),
        caseLine({}),
        footerLine({ exitCode: 1, grade: 'non-conformant' }),
      ]),
    );
    const failure = testsIn(xml).find(({ name }) => name === 'nodes/default')?.failure;
    expect(failure?.['#text']).toContain('a\\u0000\\u001b[31m\\ud800\\uffff]]><b>&"\'\nb');
    if (HAS_XMLLINT) expect(xmlComplaints(xml, XSD)).toBe('');
  });
});
