/** Burns its processor, and reacts only to a signal that kills. */
export function spin(): never {
  for (;;);
}

/** Keeps the process alive without any other work. */
export function stay(): void {
  setInterval(() => undefined, 60_000);
}
