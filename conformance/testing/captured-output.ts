import { afterEach, beforeEach, vi } from 'vitest';

/** What a test has printed since it began. */
export interface CapturedOutput {
  out: string;
  err: string;
}

/** Captures what each test of a file prints, from its first line to its last. */
export function captureOutput(): CapturedOutput {
  const captured: CapturedOutput = { out: '', err: '' };
  beforeEach(() => {
    captured.out = '';
    captured.err = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => (captured.out += String(text)) !== '');
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => (captured.err += String(text)) !== '');
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return captured;
}

/** Captures what commands print, without colours, and takes back the exit codes that they set. */
export function captureCommands(): CapturedOutput {
  const captured = captureOutput();
  beforeEach(() => {
    vi.stubEnv('NO_COLOR', '1');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    process.exitCode = undefined;
  });
  return captured;
}
