#!/usr/bin/env node
import { run } from './command-line.ts';

let lost: string | undefined;

process.stdout.on('error', noteLoss);
process.stderr.on('error', noteLoss);

process.exitCode = await run(process.argv);

process.on('exit', (code) => {
  if (lost !== undefined && code === 0) process.exitCode = 1;
});

/**
 * Handles lost output. A reader that stops reading, as `head` does, is no error, but a full disk is reported. The run
 * and its log go on.
 */
function noteLoss(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || lost !== undefined) return;
  lost = error.message;
  process.stderr.write(`the output is not complete: ${lost}\n`);
}
