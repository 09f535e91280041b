/** Burns its processor, and reacts only to a signal that kills. */
export function spin(): never {
  for (;;);
}

/** Waits for ever and reacts only to a signal that kills, as `spin` does, but leaves the processor to others. */
export function block(): never {
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** Keeps the process alive without any other work. */
export function stay(): void {
  setInterval(() => undefined, 60_000);
}
