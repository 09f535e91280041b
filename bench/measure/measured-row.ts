import { readFileSync } from 'node:fs';
import { documentJson } from '../../reference/document/document-json.ts';
import { readJson } from '../../reference/json/json.ts';

/** What a release made of one document. The README of the measurements explains the keys. */
export interface Measured {
  readonly verdict: 'accepted' | 'rejected' | 'crashed';
  readonly stage?: string;
  readonly paths?: readonly string[];
  readonly checks?: readonly string[];
  readonly normal?: Readonly<Record<string, unknown>>;
}

/** A recorded measurement: a file's text, and what a release made of it. */
export interface MeasuredRow extends Measured {
  readonly id: string;
  readonly topic: string;
  readonly yaml: string;
  /** JSON text of the document, with floats such as `2.0` as they were recorded. */
  readonly data: string | undefined;
}

/** Reads a file of measurements, one per line. Throws if a line is none. */
export function readRows(file: string): MeasuredRow[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line === '' ? [] : [readRow(line, `${file}:${index + 1}`)]));
}

function readRow(line: string, where: string): MeasuredRow {
  const row: unknown = JSON.parse(line);
  if (!isRow(row)) throw new Error(`${where}: not a measurement`);
  return { ...row, data: dataIn(line) };
}

function dataIn(line: string): string | undefined {
  const reading = readJson(line);
  const row = reading.kind === 'read' && isMapping(reading.document) ? reading.document : {};
  return documentJson(row['data']);
}

function isRow(value: unknown): value is Omit<MeasuredRow, 'data'> {
  if (!isMapping(value)) return false;
  const { id, topic, yaml, verdict, normal } = value;
  const isAccepted = verdict === 'accepted';
  return (
    [id, topic, yaml].every((text) => typeof text === 'string') &&
    (isAccepted || verdict === 'rejected' || verdict === 'crashed') &&
    isAccepted === isMapping(normal)
  );
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
