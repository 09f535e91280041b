import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** Whether Debian's Chromium is installed. Tests that need it are left out elsewhere, and say so. */
export const HAS_CHROMIUM = existsSync(CHROMIUM);

/** The end of the name of a test that needs Chromium. */
export const CHROMIUM_NOTE = HAS_CHROMIUM ? '' : ' (left out: Chromium is not installed)';

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    // Signals are for the tests' own programs. By default, Playwright ends the whole process on each.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A page of a browser, and what went wrong in it or left it. */
export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Messages on the console, uncaught errors and dialogs. */
  readonly complaints: readonly string[];
  /** Every address that was asked for besides the file itself. */
  readonly requests: readonly string[];
}

/** Opens a file in a browser that has never seen it. */
export async function openFresh(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address.split('#')[0]) requests.push(request.url());
  });
  await page.goto(address);
  return { page, context, complaints, requests };
}
