import type { Colors } from '../../../reports/colors.ts';
import { shown, visible, visibleJson } from '../../../reports/visible.ts';
import type { Said } from '../../runner/conversation.ts';
import type { EditionFlag } from '../flags/edition-flag.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { smoke, type Check, type SmokeReport } from '../../smoke/smoke.ts';

export interface SmokeFlags extends EditionFlag {
  readonly timeout: number;
  readonly startupTimeout: number;
  readonly json?: boolean;
}

/** Longer lines of the conversation are cut after this many characters. */
const WIDTH = 200;

/** The command `smoke`: prints conversation and findings, and returns the exit code. */
export async function runSmoke(command: readonly string[], flags: SmokeFlags): Promise<number> {
  const report = await smoke({
    edition: await flags.edition.load(),
    command,
    timeoutMs: flags.timeout * 1000,
    startupTimeoutMs: flags.startupTimeout * 1000,
  });
  const text =
    flags.json === true ? `${visibleJson(report)}\n` : renderSmoke(report, colorsFor(process.stdout));
  process.stdout.write(text);
  return isUsable(report) ? 0 : 1;
}

function isUsable({ checks }: SmokeReport): boolean {
  return checks.every(({ result }) => result !== 'bad');
}

export function renderSmoke(report: SmokeReport, colors: Colors): string {
  const { said, checks } = report;
  const last = isUsable(report)
    ? 'certify can work with it: dstack-conformance certify -- COMMAND'
    : 'certify could not work with it yet';
  return `${[...said.map((each) => renderSaid(each, colors)), '', ...checks.flatMap((each) => renderCheck(each, colors)), '', last].join('\n')}\n`;
}

function renderSaid({ who, text }: Said, colors: Colors): string {
  const line = shown(text, WIDTH);
  switch (who) {
    case 'suite':
      return `${colors.dim('→')} ${line}`;
    case 'program':
      return `${colors.cyan('←')} ${line}`;
    case 'stderr':
      return colors.dim(`stderr: ${line}`);
  }
}

function renderCheck({ what, result, advice }: Check, colors: Colors): string[] {
  const mark = { good: colors.green('✓'), advice: colors.yellow('!'), bad: colors.red('✗') }[result];
  return advice === undefined ? [`${mark} ${what}`] : [`${mark} ${what}`, `    ${visible(advice)}`];
}
