/** JSON Pointers to all durations of a document; the normal form has all but the deprecated one. */
export const DURATIONS = [
  '/max_duration',
  '/stop_duration',
  '/idle_duration',
  '/termination_idle_time',
  '/retry/duration',
];

const SECONDS: Readonly<Record<string, number>> = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 };

/** The seconds of a duration in canonical text, such as `90m`; undefined for `off` and for a bare number. */
export function secondsOf(duration: unknown): number | undefined {
  const [, amount, unit = ''] = /^(\d+)([wdhms])$/.exec(String(duration)) ?? [];
  return amount === undefined ? undefined : Number(amount) * (SECONDS[unit] ?? 0);
}
