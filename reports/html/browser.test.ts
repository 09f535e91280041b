import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE, linesWith } from '../testing/hostile.ts';
import { RUN_KINDS, summaryOf, summaryOfLines, type RunKind } from '../testing/runs.ts';
import type { Summary } from '../summary.ts';
import { renderHtml } from './html-report.tsx';
import { CHROMIUM_NOTE, HAS_CHROMIUM, launchChromium, openFresh } from './testing/browser.ts';
import { PAGE_SPEC } from './testing/page-spec.ts';

const folder = mkdtempSync(join(tmpdir(), 'html-report-'));
const FAILED = 'a run that failed';
const CAUSE = '#fix-next li:first-child a';

let browser: Browser;

beforeAll(async () => {
  if (HAS_CHROMIUM) browser = await launchChromium();
});

afterAll(async () => {
  if (HAS_CHROMIUM) await browser.close();
  rmSync(folder, { recursive: true });
});

/** Writes the report of a run, and returns its address. */
function addressOf(summary: Summary): string {
  const path = join(folder, 'report.html');
  writeFileSync(path, renderHtml(summary, { spec: PAGE_SPEC, isLong: false }));
  return pathToFileURL(path).href;
}

function open(kind: RunKind, hash = '', options: Parameters<Browser['newContext']>[0] = {}) {
  return openFresh(browser, addressOf(summaryOf(kind)) + hash, options);
}

describe.skipIf(!HAS_CHROMIUM)(`in a browser, a report${CHROMIUM_NOTE}`, () => {
  it.each(RUN_KINDS)(
    'of %s shows its verdict, complains about nothing and asks for nothing',
    async (kind) => {
      const { page, context, complaints, requests } = await open(kind);
      expect(await page.locator('h1').innerText()).toContain(summaryOf(kind).verdict.grade);
      expect({ complaints, requests }).toEqual({ complaints: [], requests: [] });
      await context.close();
    },
  );

  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      (
        [
          'a run that passed',
          FAILED,
          'an interrupted run',
          'a run that never started',
          'an empty log',
          'a run whose failures are listed',
        ] as const
      ).map((kind) => ({ kind, colorScheme })),
    ),
  )('of $kind has no findings of axe-core when it is $colorScheme', async ({ kind, colorScheme }) => {
    const { page, context } = await open(kind, '', { colorScheme, bypassCSP: true });
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    await page.evaluate(axe.source);
    const found: unknown = await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))",
    );
    expect(found).toEqual([]);
    await context.close();
  });

  it('finds what is searched, and says how much', async () => {
    const { page, context } = await open(FAILED);
    await page.keyboard.press('/');
    await page.keyboard.type('ports/range');
    expect(await page.locator('#requirements [data-item]:visible').allInnerTexts()).toEqual([
      expect.stringContaining('ports/range'),
    ]);
    expect(await page.locator('[data-counts=requirements]').innerText()).toBe('1 of 2 shown');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.locator('#requirements [data-item]:visible').count()).toBe(2);
    await context.close();
  });

  it('filters by level and state', async () => {
    const { page, context } = await open(FAILED);
    await page.selectOption('[name=level]', 'observed');
    expect(await page.locator('#causes [data-item]:visible').count()).toBe(1);
    await page.selectOption('[name=state]', 'failed');
    expect(await page.locator('#requirements [data-item]:visible').count()).toBe(1);
    await context.close();
  });

  it('is the same in a fresh browser that opens its address', async () => {
    const first = await open(FAILED);
    await first.page.locator(CAUSE).click();
    await first.page.selectOption('[name=level]', 'documented');
    await expect.poll(() => first.page.url()).toContain('level');
    const address = first.page.url();
    await first.context.close();
    const second = await openFresh(browser, address);
    expect(await second.page.locator('details.cause[open]').count()).toBe(1);
    expect(await second.page.locator('[name=level]').inputValue()).toBe('documented');
    expect(await second.page.locator('#causes [data-item]:visible').count()).toBe(1);
    expect(second.page.url()).toBe(address);
    await second.context.close();
  });

  it('is read with the keyboard alone', async () => {
    const { page, context } = await open(FAILED);
    await page.keyboard.press('j');
    const first = await page.locator('.current').getAttribute('id');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.current').getAttribute('id')).not.toBe(first);
    await page.keyboard.press('k');
    expect(await page.locator('.current').getAttribute('id')).toBe(first);
    await page.keyboard.press('Enter');
    expect(await page.locator('details.cause[open]').getAttribute('id')).toBe(first);
    await page.keyboard.press('Escape');
    expect(await page.locator('details.cause[open]').count()).toBe(0);
    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#keys').isVisible()).toBe(false);
    await context.close();
  });

  it('copies a document exactly, also what it shows as escapes', async () => {
    const text = 'a: "\u202eb"\nc: \u0085d';
    const address = addressOf(summaryOfLines(linesWith(text)));
    const { page, context } = await openFresh(browser, address, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator(CAUSE).click();
    await page.locator('details.cause[open] .document .copy').first().click();
    await page.locator('text=Copied').first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(text);
    await context.close();
  });

  it('copies a link that opens the cause', async () => {
    const { page, context } = await open(FAILED, '', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator(CAUSE).click();
    await page.locator('details.cause[open] [data-link]').click();
    await page.locator('text=Copied').first().waitFor();
    const link = String(await page.evaluate('navigator.clipboard.readText()'));
    await context.close();
    const other = await openFresh(browser, link);
    expect(await other.page.locator('details.cause[open]').count()).toBe(1);
    await other.context.close();
  });

  it.each(RUN_KINDS)('of %s needs no sideways scrolling on a phone', async (kind) => {
    const { page, context } = await open(kind, '', { viewport: { width: 360, height: 740 } });
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await context.close();
  });

  it('is dark where dark is preferred', async () => {
    const [light, dark] = [
      await open(FAILED, '', { colorScheme: 'light' }),
      await open(FAILED, '', { colorScheme: 'dark' }),
    ];
    const background = 'getComputedStyle(document.body).backgroundColor';
    expect(await light.page.evaluate(background)).not.toBe(await dark.page.evaluate(background));
    await light.context.close();
    await dark.context.close();
  });

  it('prints without what only a screen needs', async () => {
    const { page, context } = await open(FAILED);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.toolbar').isVisible()).toBe(false);
    expect(await page.locator('#requirements li').first().isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(1000);
    await context.close();
  });

  it('has its whole content without script', async () => {
    const { page, context } = await open(FAILED, '', { javaScriptEnabled: false });
    const plain = await page.locator('main').textContent();
    await context.close();
    const scripted = await open(FAILED);
    expect(plain).toBe(await scripted.page.locator('main').textContent());
    await scripted.context.close();
    const other = await open(FAILED, '', { javaScriptEnabled: false });
    expect(await other.page.locator('.toolbar').isVisible()).toBe(false);
    await other.page.locator('details.cause summary').first().click();
    expect(await other.page.locator('.case-name').first().isVisible()).toBe(true);
    await other.context.close();
  });

  it.each(Object.entries(HOSTILE))('is not changed by %s', async (_what, text) => {
    const { page, context, complaints, requests } = await openFresh(
      browser,
      addressOf(summaryOfLines(linesWith(text))),
    );
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    expect(await page.locator('img, iframe, main script, main style').count()).toBe(0);
    expect({ complaints, requests }).toEqual({ complaints: [], requests: [] });
    await context.close();
  });
});
