import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFile, LockedError } from './lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a locked file', () => {
  it('is refused to another run, under any of its names, until it is released', () => {
    const path = join(folder, 'run.log');
    writeFileSync(path, '');
    symlinkSync(path, join(folder, 'link.log'));
    const release = lockFile(path);
    expect(() => lockFile(path)).toThrow(LockedError);
    expect(() => lockFile(join(folder, 'link.log'))).toThrow(`by process ${process.pid}`);
    release();
    expect(readdirSync(folder).sort()).toEqual(['link.log', 'run.log']);
    lockFile(path)();
  });

  it('is refused while another process lives that holds it', () => {
    writeFileSync(join(folder, '.run.log.lock'), `${process.ppid}\n`);
    expect(() => lockFile(join(folder, 'run.log'))).toThrow(LockedError);
  });

  it('is free when its holder was killed, or when the lock names nobody', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    for (const content of [`${pid}\n`, '', 'x', '-1', `${process.pid}`]) {
      writeFileSync(join(folder, '.run.log.lock'), content);
      lockFile(join(folder, 'run.log'))();
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('has no lock if it is no regular file', () => {
    lockFile('/dev/null');
    expect(readdirSync('/dev')).not.toContain('.null.lock');
  });
});
