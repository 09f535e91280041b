import { spawnSync } from 'node:child_process';

/** Whether `xmllint` is installed (Debian: libxml2-utils). Tests that need it are left out elsewhere, and say so. */
export const HAS_XMLLINT = spawnSync('xmllint', ['--version']).error === undefined;

/** The end of the name of a test that needs `xmllint`. */
export const XMLLINT_NOTE = HAS_XMLLINT ? '' : ' (left out: xmllint is not installed)';

/** Returns what `xmllint` complains about in a text; empty for XML that is well-formed and valid by the schema. */
export function xmlComplaints(xml: string, schema?: string): string {
  const options = schema === undefined ? [] : ['--schema', schema];
  const { status, stderr } = spawnSync('xmllint', ['--noout', ...options, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr;
}
