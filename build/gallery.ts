import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { HAS_CHROMIUM, launchChromium, openFresh } from '../reports/html/testing/browser.ts';

/**
 * `npm run gallery` makes the HTML reports of runs of every kind in `.tmp/gallery/`, and pictures of them in
 * `docs/gallery/`, where Chromium is installed.
 */

const CLI = ['--import', 'tsx', 'conformance/cli/main.ts', 'certify'];
const FAULTY = [
  '--',
  process.execPath,
  '--import',
  'tsx',
  'conformance/faulty/programs/program.ts',
  '--fault',
];
const PAGES = '.tmp/gallery';
const PICTURES = 'docs/gallery';

/** Each run by the name of its files, with what follows `certify`. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  reference: [],
  python: ['--', process.env['PYTHON'] ?? 'python3', 'examples/python/dstack_task.py'],
  wrong: ['--cases', '2000', ...FAULTY, 'accepts-everything'],
  'wrong-default': ['--cases', '2000', ...FAULTY, 'default-spot-policy'],
  'half-finished': ['--cases', '2000', ...FAULTY, 'declares-some'],
  interrupted: ['--cases', '999999', '--deadline', '5'],
};

/** A picture of a part of a report. */
interface Picture {
  readonly run: string;
  readonly name: string;
  /** The part of the page that it begins with. */
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
}

const WIDE = { width: 1200, height: 1000 } as const;
const PHONE = { width: 390, height: 844 } as const;

/** Few enough that the repository stays small. */
const SHOTS: readonly Picture[] = [
  { run: 'wrong-default', name: 'light', hash: '', ...WIDE, colorScheme: 'light' },
  { run: 'wrong-default', name: 'dark', hash: '', ...WIDE, colorScheme: 'dark' },
  { run: 'wrong-default', name: 'phone', hash: '', ...PHONE, colorScheme: 'light' },
  { run: 'wrong-default', name: 'page', hash: '#page', ...WIDE, colorScheme: 'light' },
  { run: 'wrong', name: 'light', hash: '', ...WIDE, colorScheme: 'light' },
  { run: 'wrong', name: 'page', hash: '#page', ...WIDE, colorScheme: 'dark' },
  { run: 'reference', name: 'light', hash: '', ...WIDE, colorScheme: 'light' },
  { run: 'python', name: 'dark', hash: '', ...WIDE, colorScheme: 'dark' },
  { run: 'half-finished', name: 'light', hash: '', ...WIDE, colorScheme: 'light' },
  { run: 'interrupted', name: 'light', hash: '', ...WIDE, colorScheme: 'light' },
];

mkdirSync(PAGES, { recursive: true });
mkdirSync(PICTURES, { recursive: true });
for (const [name, args] of Object.entries(RUNS)) makePage(name, args);
if (HAS_CHROMIUM) await takePictures();
else console.log('No pictures: Chromium is not installed.');

function makePage(name: string, args: readonly string[]): void {
  const path = `${PAGES}/${name}.html`;
  const files = ['--html', path, '--log', `${PAGES}/${name}.ndjson`];
  const { stdout } = spawnSync(process.execPath, [...CLI, ...files, ...args], { encoding: 'utf8' });
  console.log(`${path}: ${stdout.split('\n')[0] ?? ''}`);
}

async function takePictures(): Promise<void> {
  const browser = await launchChromium();
  for (const { run, name, hash, width, height, colorScheme } of SHOTS) {
    const address = pathToFileURL(`${PAGES}/${run}.html`).href + hash;
    const { page, context } = await openFresh(browser, address, { viewport: { width, height }, colorScheme });
    const path = `${PICTURES}/${run}-${name}.png`;
    await page.screenshot({ path });
    await context.close();
    console.log(path);
  }
  await browser.close();
}
