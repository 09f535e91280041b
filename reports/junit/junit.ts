import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { ReportContext } from '../format.ts';
import { scopeText } from '../scope.ts';
import type { Summary } from '../summary.ts';
import { suitesOf } from './suites.ts';
import type { TestEntry, TestSuite } from './test-result.ts';
import { attributeText, elementText } from '../xml-text.ts';

/** Longer names and messages are cut after this many bytes. Some readers keep them in columns of a database. */
const LONGEST_MESSAGE = 2048;
/** Longer texts are cut after this many bytes. Large files are too much for some readers. */
const LONGEST_TEXT = 8192;

/** The name of the tests' package. Readers show it before the topic. */
const PACKAGE = 'dstack-conformance';

/**
 * Renders a report that is valid by the schemas of Ant and Jenkins alike. There is a failure or an error exactly if the
 * exit code is not 0.
 */
export function renderJunit(summary: Summary, { junitBy }: Pick<ReportContext, 'junitBy'> = {}): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = document.ele('testsuites');
  suitesOf(summary, junitBy).forEach((suite, index) => {
    addSuite(root, suite, index, summary);
  });
  return `${document.end({ prettyPrint: true })}\n`;
}

function addSuite(root: XMLBuilder, { name, tests }: TestSuite, index: number, summary: Summary): void {
  const isAboutRun = index === 0;
  const element = root.ele('testsuite', {
    name: attributeText(name, LONGEST_MESSAGE),
    package: PACKAGE,
    id: String(index),
    timestamp: timestampOf(summary),
    hostname: 'localhost',
    tests: String(tests.length),
    failures: String(countOf(tests, 'failure')),
    errors: String(countOf(tests, 'error')),
    skipped: String(countOf(tests, 'skipped')),
    time: isAboutRun ? secondsOf(summary) : '0',
  });
  addProperties(element, isAboutRun ? propertiesOf(summary) : []);
  for (const test of tests) addTest(element, name, test);
  element.ele('system-out');
  element.ele('system-err');
}

function addProperties(suite: XMLBuilder, properties: readonly (readonly [string, string])[]): void {
  const element = suite.ele('properties');
  for (const [name, value] of properties)
    element.ele('property', { name, value: attributeText(value, LONGEST_MESSAGE) });
}

function addTest(suite: XMLBuilder, topic: string, { name, result }: TestEntry): void {
  const element = suite.ele('testcase', {
    name: attributeText(name, LONGEST_MESSAGE),
    classname: attributeText(`${PACKAGE}.${topic}`, LONGEST_MESSAGE),
    time: '0',
  });
  if (result.kind === 'passed') return;
  const { kind, type, message, text } = result;
  const outcome = element.ele(kind, {
    type: attributeText(type, LONGEST_MESSAGE),
    message: attributeText(message, LONGEST_MESSAGE),
  });
  if (text !== '') outcome.txt(elementText(text, LONGEST_TEXT));
}

/** The facts that name a run: who was asked what, with which result. */
function propertiesOf({ header, footer, verdict, withheld }: Summary): (readonly [string, string])[] {
  const { implementation, suite } = header ?? {};
  const facts = {
    grade: `${verdict.grade}${scopeText(header ?? {})}`,
    reasons: verdict.reasons.join('; '),
    'exit-code': verdict.exitCode,
    'not-a-grade-because': withheld,
    spec: header?.spec,
    suite: suite && `${suite.name} ${suite.version}`,
    implementation: implementation?.name,
    'implementation-version': implementation?.version,
    command: header?.command.join(' '),
    run: header?.run,
    seed: header?.seed,
    filter: header?.filter,
    'corpus-cases': footer?.corpus.cases,
    'corpus-digest': footer?.corpus.digest,
    'log-digest': footer?.seal.digest,
  };
  return Object.entries(facts).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)] as const],
  );
}

function countOf(tests: readonly TestEntry[], kind: TestEntry['result']['kind']): number {
  return tests.filter(({ result }) => result.kind === kind).length;
}

/** The beginning of time, for a log that does not say when its run began. */
const UNKNOWN_TIME = new Date(0);

/** Returns the time at which the run began, in UTC. The schema of Ant forbids a time zone. */
function timestampOf({ header }: Summary): string {
  return (timeOf(header?.started) ?? UNKNOWN_TIME).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
}

function secondsOf({ header, footer }: Summary): string {
  const [started, finished] = [timeOf(header?.started), timeOf(footer?.finished)];
  if (started === undefined || finished === undefined) return '0';
  return (Math.max(0, finished.getTime() - started.getTime()) / 1000).toFixed(3);
}

/** Reads a time of the log; undefined for a text that is none, or no year with four digits. */
function timeOf(text = ''): Date | undefined {
  const time = new Date(/^\d{4}-/.test(text) ? text : Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
