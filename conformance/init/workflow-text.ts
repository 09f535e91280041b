import { VERSION } from '../version.ts';

/** Writes a workflow for GitHub that certifies in a folder of the repository, after the steps that set up a language. */
export function workflowText(setup: readonly string[], folder: string): string {
  const where = folder === '.' ? [] : ['    defaults:', `      run: { working-directory: ${folder} }`];
  const steps = [
    '- uses: actions/checkout@v4',
    '- uses: actions/setup-node@v4',
    '  with: { node-version: 22 }',
    ...setup,
    `- run: npx --yes dstack-conformance@${VERSION} certify --log conformance.ndjson`,
    '- uses: actions/upload-artifact@v4',
    '  if: always()',
    `  with: { name: conformance, path: ${folder === '.' ? '' : `${folder}/`}conformance.ndjson }`,
  ];
  return [
    'name: conformance',
    'on: [push, pull_request]',
    'permissions: { contents: read }',
    'jobs:',
    '  certify:',
    '    runs-on: ubuntu-latest',
    ...where,
    '    steps:',
    ...steps.map((line) => `      ${line}`),
    '',
  ].join('\n');
}
