import type { Colors } from '../../../reports/colors.ts';
import { shown, visible, visibleJson } from '../../../reports/visible.ts';
import type { Said } from '../../runner/conversation.ts';
import type { EditionFlag } from '../flags/edition-flag.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { printReport } from '../terminal/print-report.ts';
import { surveyFields, type FieldSurvey } from '../../smoke/field-survey.ts';
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
  const options = {
    edition: await flags.edition.load(),
    command,
    timeoutMs: flags.timeout * 1000,
    startupTimeoutMs: flags.startupTimeout * 1000,
  };
  const report = await smoke(options);
  const { introduction } = report;
  const survey =
    isUsable(report) && introduction !== undefined ? await surveyFields(options, introduction) : undefined;
  if (flags.json === true) process.stdout.write(`${visibleJson({ ...report, fields: survey ?? null })}\n`);
  else printReport(renderSmoke(report, survey, colorsFor(process.stdout)));
  return isUsable(report) ? 0 : 1;
}

function isUsable({ checks }: SmokeReport): boolean {
  return checks.every(({ result }) => result !== 'bad');
}

/** Renders the conversation, the findings and, if the protocol is right, what it says field by field. */
export function renderSmoke(report: SmokeReport, survey: FieldSurvey | undefined, colors: Colors): string {
  const { said, checks } = report;
  const last = isUsable(report)
    ? 'the protocol is right: dstack-conformance certify -- COMMAND'
    : 'the protocol is not right yet, so certify could not work with it';
  const fields = survey === undefined ? [] : [...renderSurvey(survey), ''];
  return `${[...said.map((each) => renderSaid(each, colors)), '', ...checks.flatMap((each) => renderCheck(each, colors)), '', ...fields, last].join('\n')}\n`;
}

/** At most this many fields that are not right yet are named, with so many requirements each. */
const SHOWN_OPEN = 8;
const SHOWN_IDS = 3;

function renderSurvey({ right, open, general }: FieldSurvey): string[] {
  const more = open.length - SHOWN_OPEN;
  const declaration = `"fields": ${JSON.stringify(right)}`;
  return [
    `right in every example: ${right.length === 0 ? 'no field yet' : right.join(', ')}`,
    ...open
      .slice(0, SHOWN_OPEN)
      .map(({ field, requirements }) => `not yet: ${field} (${someOf(requirements)})`),
    ...(more > 0 ? [`and ${more === 1 ? '1 more field' : `${more} more fields`}`] : []),
    ...(general.length === 0 ? [] : [`whatever the fields are: ${someOf(general)}`]),
    ...(open.length === 0 || right.length === 0
      ? []
      : [`to be graded for what is right, declare ${declaration}`]),
  ];
}

function someOf(requirements: readonly string[]): string {
  const more = requirements.length > SHOWN_IDS ? ', …' : '';
  return `${requirements.slice(0, SHOWN_IDS).join(', ')}${more}`;
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
  const mark = {
    good: colors.green('✓'),
    advice: colors.yellow('!'),
    open: colors.yellow('○'),
    bad: colors.red('✗'),
  }[result];
  return advice === undefined ? [`${mark} ${what}`] : [`${mark} ${what}`, `    ${visible(advice)}`];
}
