#!/usr/bin/env node
import { run } from './command-line.ts';

// Whoever reads the report may stop reading, as `head` does: the run and its log go on.
process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

process.exitCode = await run(process.argv);

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
