import { rm } from 'node:fs/promises';
import { bundle } from './bundle.ts';

/** Bundles the command line for publishing, into `dist`. */
await rm('dist', { recursive: true, force: true });
await bundle('dist');
