import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { showDocument } from '../conformance/documents/show-document.ts';
import { EDITION } from '../conformance/editions/dstack-0.18.42/edition.ts';
import { renderHtml } from '../reports/html/html-report.tsx';
import { HAS_CHROMIUM, launchChromium, openFresh } from '../reports/html/testing/browser.ts';
import { Summarizer, type Summary } from '../reports/summary.ts';
import { caseLine, footerLine, headerLine } from '../reports/testing/lines.ts';
import type { CaseLine } from '../spec/generated/event-log.ts';
import { median } from './floor.ts';
import type { BenchRow } from './row.ts';

const CASES = 100_000;
const FAILURES = 500;
const ROUNDS = 5;

/** Measures the report of a big run: its size, and how soon it can be used in a browser, where one is installed. */
export async function benchHtmlReport(): Promise<readonly BenchRow[]> {
  const before = performance.now();
  const html = renderHtml(bigRun(), { spec: EDITION.spec, show: showDocument, isLong: false });
  const name = `HTML report of ${CASES} cases with ${FAILURES} failures`;
  return [
    { name, value: Buffer.byteLength(html) / 1e6, unit: 'MB', budget: { max: 5 } },
    { name: '  made in', value: performance.now() - before, unit: 'ms' },
    ...(HAS_CHROMIUM ? await benchInBrowser(html) : []),
  ];
}

/** Failures have as many causes as there can be, which makes the largest report. */
function bigRun(): Summary {
  const ids = EDITION.spec.requirements.map(({ id }) => id);
  const summarizer = new Summarizer();
  const requirements = Object.fromEntries(
    EDITION.spec.requirements.map(({ id, topic, level, sentence }) => [id, { topic, level, sentence }]),
  );
  summarizer.add(headerLine({ requirements, corpus: { generated: CASES, finds: 0 } }));
  for (let index = 0; index < CASES - FAILURES; index += 1) {
    const id = ids[index % ids.length] ?? '';
    summarizer.addPass({ topic: EDITION.spec.topicOf.get(id) ?? '', requirements: [id], isValid: true });
  }
  for (let index = 0; index < FAILURES; index += 1)
    summarizer.add(failure(index, ids[index % ids.length] ?? ''));
  summarizer.add(footerLine({ grade: 'non-conformant', exitCode: 1, reasons: ['500 cases failed'] }));
  return summarizer.summary();
}

function failure(index: number, id: string): CaseLine {
  const path = `/place-${index}`;
  const about = { path, level: 'documented' as const, requirements: [id] };
  return caseLine({
    case: `generated/${index}/json`,
    input: { kind: 'json', text: JSON.stringify({ ...EDITION.spec.defaults, commands: [`echo ${index}`] }) },
    expected: { accepted: { ...EDITION.spec.defaults } },
    received: { accepted: { ...EDITION.spec.defaults } },
    outcome: 'fail',
    level: 'documented',
    requirements: [id],
    causes: [{ ...about, id: `cause-${index}`, kind: 'wrong-value', said: '' }],
    differences: [{ ...about, kind: 'wrong', expected: '1', received: '2' }],
    stderr: 'Traceback\n'.repeat(10),
  });
}

async function benchInBrowser(html: string): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-conformance-bench-'));
  const path = join(folder, 'report.html');
  writeFileSync(path, html);
  const browser = await launchChromium();
  const times: { readonly interactive: number; readonly search: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(await timesOf(browser, pathToFileURL(path).href));
  await browser.close();
  rmSync(folder, { recursive: true });
  const interactive = median(times.map((each) => each.interactive));
  return [
    { name: '  interactive in Chromium', value: interactive, unit: 'ms', budget: { max: 1000 } },
    {
      name: '  one search',
      value: median(times.map(({ search }) => search)),
      unit: 'ms',
      budget: { max: 1000 },
    },
  ];
}

/** The script runs before the content counts as loaded, so from then on everything works. */
const INTERACTIVE = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd";

const SEARCH = `new Promise((done) => {
  const before = performance.now();
  const field = document.querySelector('[name=q]');
  field.value = 'ports';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  requestAnimationFrame(() => { setTimeout(() => { done(performance.now() - before); }); });
})`;

async function timesOf(browser: Browser, address: string) {
  const { page, context } = await openFresh(browser, address);
  const interactive = Number(await page.evaluate(INTERACTIVE));
  const search = Number(await page.evaluate(SEARCH));
  await context.close();
  return { interactive, search };
}
