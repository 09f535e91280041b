import { closeSync, openSync, writeFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { LogLine } from '../../spec/generated/event-log.ts';
import schema from '../../spec/schemas/event-log.schema.json' with { type: 'json' };
import { errorText } from '../error-text.ts';
import { lockFile } from '../files/lock.ts';
import { isMapping, parseJson } from '../protocol/parsed-json.ts';

/**
 * A file that lines are appended to. The lines of a turn are handed to the system at the end of that turn, so they
 * survive the harness: a kill loses only the lines since the pipes were last read.
 */
export interface LogFile {
  readonly path: string;
  readonly append: (line: string) => void;
  /** Closes the file. Returns the reason, such as a full disk, if some lines could not be written. */
  readonly close: () => string | undefined;
}

/** At most this many bytes are held back, because a call to the system for each line costs more than the line. */
const ROOM = 65_536;
/** UTF-8 needs at most this many bytes for a character of a JavaScript text. */
const BYTES_PER_CHARACTER = 3;
const NEWLINE = 10;

/**
 * Starts a new log, which replaces an older one. Throws if the file can't be opened, or if another run writes it. A
 * write that fails later ends the log but not the run.
 */
export function openLog(path: string): LogFile {
  const release = lockFile(path);
  const file = openOrRelease(path, release);
  // Each line is encoded by itself, because encoding a whole batch measures four times slower beyond ASCII.
  const waiting = Buffer.allocUnsafe(ROOM);
  let used = 0;
  let failure: string | undefined;
  function write(bytes: string | Uint8Array): void {
    if (failure !== undefined || bytes.length === 0) return;
    try {
      writeFileSync(file, bytes);
    } catch (error) {
      failure = errorText(error);
    }
  }
  function flush(): void {
    write(waiting.subarray(0, used));
    used = 0;
  }
  return {
    path,
    append: (line) => {
      const most = line.length * BYTES_PER_CHARACTER + 1;
      if (used + most > ROOM) flush();
      if (most > ROOM) {
        write(`${line}\n`);
        return;
      }
      if (used === 0) setImmediate(flush);
      used += waiting.write(line, used);
      waiting[used] = NEWLINE;
      used += 1;
    },
    close: () => {
      flush();
      closeSync(file);
      release();
      return failure;
    },
  };
}

function openOrRelease(path: string, release: () => void): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    release();
    throw error;
  }
}

/** Opens the log if a path is given. Returns the error message if it can't be opened. */
export function openLogIfAsked(path: string | undefined): LogFile | undefined | string {
  try {
    return path === undefined ? undefined : openLog(path);
  } catch (error) {
    return `the log can't be written: ${path ?? ''}: ${errorText(error)}`;
  }
}

/** The content of a log. `finished` is false for a run that was killed: it has no footer, or its last line is cut. */
export interface EventLog {
  readonly lines: readonly LogLine[];
  readonly finished: boolean;
  /** The numbers, from 1, of lines that are no events. A last line that is cut is not among them. */
  readonly damaged: readonly number[];
}

/** Reads a log. It never throws: unreadable lines are listed by number. */
export function readEventLog(text: string): EventLog {
  const rows = text.split('\n');
  const cut = rows.pop() ?? '';
  const lines: LogLine[] = [];
  const damaged: number[] = [];
  for (const [index, row] of rows.entries()) {
    const line = readLogLine(row);
    if (line !== undefined) lines.push(line);
    else damaged.push(index + 1);
  }
  const last = readLogLine(cut);
  if (last !== undefined) lines.push(last);
  return { lines, finished: lines.at(-1)?.event === 'footer' && damaged.length === 0, damaged };
}

/** Reads one line of a log. Returns undefined for a text that is no event. */
export function readLogLine(text: string): LogLine | undefined {
  const parsed = parseJson(text);
  if (parsed.kind === 'invalid' || !isMapping(parsed.value)) return undefined;
  switch (parsed.value['event']) {
    case 'header':
      return checkedLine('HeaderLine', parsed.value);
    case 'case':
      return checkedLine('CaseLine', parsed.value);
    case 'fault':
      return checkedLine('FaultLine', parsed.value);
    case 'footer':
      return checkedLine('FooterLine', parsed.value);
    default:
      return undefined;
  }
}

const validators = new Map<string, ValidateFunction<LogLine>>();
let compiler: Ajv2020 | undefined;

function checkedLine(name: string, value: unknown): LogLine | undefined {
  const validate = validators.get(name) ?? compile(name);
  return validate(value) ? value : undefined;
}

function compile(name: string): ValidateFunction<LogLine> {
  compiler ??= new Ajv2020({ strict: false, schemas: [schema] });
  const compiled = compiler.compile<LogLine>({ $ref: `${schema.$id}#/$defs/${name}` });
  validators.set(name, compiled);
  return compiled;
}
