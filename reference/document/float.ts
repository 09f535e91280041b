/**
 * A float without a fraction, such as `1.0` or `1e3` in JSON.
 *
 * A JavaScript number can't tell `1.0` from `1`, but the release can: as text the one is `1.0`, the other `1`.
 * Readers wrap such floats; a number with a fraction needs no wrapper.
 */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A number as readers put it into a document: wrapped where it would otherwise look like an integer. */
export function floatValue(value: number): number | Float {
  return Number.isInteger(value) ? new Float(value) : value;
}
