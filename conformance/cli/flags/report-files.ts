import { access, constants, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { JUNIT_UNITS, type JunitUnit, type Render, type ReportContext } from '../../../reports/format.ts';
import type { Summary } from '../../../reports/summary.ts';
import type { CertificateFlags } from './certificate-flags.ts';
import { UnwritableError, writeAtomically } from '../../files/atomic-write.ts';

/** The reports besides the one for the terminal: files by their format, and annotations on standard output. */
export interface ReportFileFlags extends CertificateFlags {
  readonly html?: string;
  readonly junit?: string;
  readonly junitBy?: JunitUnit;
  readonly markdown?: string;
  readonly markdownLong?: boolean;
  readonly badge?: string;
  readonly badgeEndpoint?: string;
  readonly jsonFile?: string;
  readonly annotations?: boolean;
}

/** A kind of report that is written to a file. */
interface Format {
  readonly flag: string;
  readonly description: string;
  readonly pathIn: (flags: ReportFileFlags) => string | undefined;
  /** Loads the renderer. Commands that write no such report never load it. */
  readonly load: () => Promise<Render>;
}

/** Every kind of report that is written to a file, in the order of the help. */
const FORMATS: readonly Format[] = [
  {
    flag: '--html <file>',
    description: 'write a report as one HTML file',
    pathIn: ({ html }) => html,
    load: async () => (await import('../../../reports/html/html-report.tsx')).renderHtml,
  },
  {
    flag: '--junit <file>',
    description: 'write a JUnit report, which CI servers read',
    pathIn: ({ junit }) => junit,
    load: async () => (await import('../../../reports/junit/junit.ts')).renderJunit,
  },
  {
    flag: '--markdown <file>',
    description: 'write a Markdown report, such as for $GITHUB_STEP_SUMMARY',
    pathIn: ({ markdown }) => markdown,
    load: async () => (await import('../../../reports/markdown/markdown.ts')).renderMarkdown,
  },
  {
    flag: '--badge <file>',
    description: 'write a badge (SVG)',
    pathIn: ({ badge }) => badge,
    load: async () => (await import('../../../reports/badge/badge.ts')).renderBadge,
  },
  {
    flag: '--badge-endpoint <file>',
    description: 'write a badge as JSON for shields.io/endpoint',
    pathIn: ({ badgeEndpoint }) => badgeEndpoint,
    load: async () => (await import('../../../reports/badge/badge-endpoint.ts')).renderBadgeEndpoint,
  },
  {
    flag: '--json-file <file>',
    description: 'write the report as JSON',
    pathIn: ({ jsonFile }) => jsonFile,
    load: async () => (await import('../../../reports/json/json.ts')).renderJson,
  },
];

/** Adds the flags of all reports that are written to files. */
export function addReportFiles(command: Command): void {
  for (const { flag, description } of FORMATS) command.option(flag, description);
  command.addOption(
    new Option(
      '--junit-by <what>',
      'what a test of the JUnit report stands for (default: requirement)',
    ).choices(JUNIT_UNITS),
  );
  command.option('--markdown-long', 'leave nothing out of the Markdown report for its size');
  command.addOption(
    new Option('--annotations', 'print commands that GitHub workflows show as annotations').conflicts('json'),
  );
}

/** Returns whether any report besides that for the terminal is wanted. */
export function wantsReports(flags: ReportFileFlags): boolean {
  return wantsOther(flags) || FORMATS.some(({ pathIn }) => pathIn(flags) !== undefined);
}

function wantsOther({ annotations, certificate }: ReportFileFlags): boolean {
  return annotations === true || certificate !== undefined;
}

/** Error messages for reports that can't be written. It is asked before a run, which may take minutes. */
export async function refusedReports(
  flags: ReportFileFlags,
  log: string | undefined,
): Promise<readonly string[]> {
  const paths = [...FORMATS.map(({ pathIn }) => pathIn(flags)), flags.certificate].filter(
    (path) => path !== undefined,
  );
  const refused = await Promise.all(paths.map(whyUnwritable));
  const all = [...paths, ...(log === undefined ? [] : [log])].map((path) => resolve(path));
  const repeated = all.filter((path, index) => all.indexOf(path) !== index);
  return [
    ...refused.filter((why) => why !== undefined),
    ...[...new Set(repeated)].map((path) => `two reports can't be written to the same file: ${path}`),
  ];
}

/** Returns the reason why a file can't be written; undefined if it can, as far as permissions tell. */
async function whyUnwritable(path: string): Promise<string | undefined> {
  const target = await realpath(path).catch(() => path);
  try {
    await access(dirname(target), constants.W_OK);
  } catch (error) {
    return new UnwritableError(path, error).message;
  }
  const isFolder = await stat(target).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? `${path} can't be written: it is a folder` : undefined;
}

/** Prints the annotations if they are wanted. */
export async function printAnnotations(summary: Summary, { annotations }: ReportFileFlags): Promise<void> {
  if (annotations !== true) return;
  const { renderAnnotations } = await import('../../../reports/annotations/annotations.ts');
  process.stdout.write(renderAnnotations(summary));
}

/**
 * Writes every report that was asked for, also of a run that failed or was interrupted. Returns the error messages of
 * those that could not be written.
 */
export async function writeReports(
  summary: Summary,
  spec: ReportContext['spec'],
  flags: ReportFileFlags,
): Promise<readonly string[]> {
  const errors: string[] = [];
  if (!FORMATS.some(({ pathIn }) => pathIn(flags) !== undefined)) return errors;
  const { showDocument } = await import('../../documents/show-document.ts');
  const { markdownLong = false, junitBy = 'requirement' } = flags;
  const context = { spec, show: showDocument, isLong: markdownLong, junitBy };
  for (const { pathIn, load } of FORMATS) {
    const path = pathIn(flags);
    if (path === undefined) continue;
    const render = await load();
    try {
      await writeAtomically(path, render(summary, context));
    } catch (error) {
      if (!(error instanceof UnwritableError)) throw error;
      errors.push(error.message);
    }
  }
  return errors;
}
