/** Burns its processor, and hears of nothing but a signal that kills. */
export function spin(): never {
  for (;;);
}

/** Keeps the process alive when nothing else does. */
export function stay(): void {
  setInterval(() => undefined, 60_000);
}
