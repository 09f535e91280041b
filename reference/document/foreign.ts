/**
 * Values that YAML can hold and JSON can't: dates, and the lists of pairs that `!!omap` and `!!pairs` make.
 * No field takes one, so it is enough to know what to call it.
 */
export class Foreign {
  readonly what: string;
  /** The requirement that a document breaks when a field holds this value. */
  readonly requirement: ForeignRequirement;

  constructor(what: string, requirement: ForeignRequirement) {
    this.what = what;
    this.requirement = requirement;
  }
}

type ForeignRequirement = 'yaml/timestamps' | 'yaml/tags' | 'yaml/keys';

/**
 * The values of keys that YAML tells apart and that read as the same text, such as `1` and `'1'`. Where names are
 * texts, the release reads all of them and keeps the last. No other mapping takes keys that are not text.
 */
export class Homonyms extends Foreign {
  readonly values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    super('a value whose key stands twice, as text and as something else', 'yaml/keys');
    this.values = values;
  }
}

/** A YAML set (`!!set {a}`), which the release accepts where a list is expected. */
export class YamlSet {
  readonly items: readonly unknown[];

  constructor(items: readonly unknown[]) {
    this.items = items;
  }
}

/** A YAML `!!binary` value, which the release reads as text where text or a switch is expected. */
export class Binary {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
