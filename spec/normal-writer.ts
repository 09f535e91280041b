/** TypeScript code from the schema of the normal form: its order, its text and its defaults. For the generator. */

/** The keywords that the schema of the normal form uses. Others are about values that are right anyway. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SchemaNode[];
  readonly then?: SchemaNode;
  readonly else?: SchemaNode;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly pattern?: string;
  readonly default?: unknown;
}

/** The helpers of the generated text writer. `texts` is a loop, because `map` and `join` measure a third slower. */
const TEXT_HELPERS = `
/** Text that JSON writes as it is: no quote, backslash, control character or surrogate. */
const PLAIN = /^[^"\\\\\\u0000-\\u001f\\ud800-\\udfff]*$/;

function text(value: string): string {
  return PLAIN.test(value) ? \`"\${value}"\` : JSON.stringify(value);
}

function textOrNull(value: string | null): string {
  return value === null ? 'null' : text(value);
}

function texts(values: readonly string[]): string {
  let items = '';
  for (const value of values) items += items === '' ? text(value) : \`,\${text(value)}\`;
  return \`[\${items}]\`;
}

function list<Item>(values: readonly Item[], write: (value: Item) => string): string {
  return values.length === 0 ? '[]' : \`[\${values.map(write).join(',')}]\`;
}`;

/** The helper for mappings whose keys are names. Sorting makes the text independent of the order of the keys. */
const MAPPING_HELPER = `

function mapping<Value>(values: Readonly<Record<string, Value>>, write: (value: Value) => string): string {
  let members = '';
  for (const key of Object.keys(values).sort()) {
    const value = values[key];
    if (value !== undefined) members += \`\${members === '' ? '' : ','}\${text(key)}:\${write(value)}\`;
  }
  return \`{\${members}}\`;
}`;

/** The code of `stringifyNormal`: a template per object, with no loop over keys. */
export function writeNormalText(schema: SchemaNode): string {
  const writer = new TextWriter(schema.$defs ?? {});
  const whole = writer.objectFunction('stringifyNormal', 'NormalForm', schema);
  const parts = writer.functions();
  return [
    `import type { ${['NormalForm', ...parts.keys()].sort().join(', ')} } from './normal-form.ts';`,
    '',
    '/**',
    ' * A normal form as compact JSON in canonical key order: two of them mean the same if and only if the texts are',
    ' * equal.',
    ' */',
    `export ${whole}`,
    '',
    [...parts.values()].join('\n\n'),
    TEXT_HELPERS + (writer.writesMappings ? MAPPING_HELPER : ''),
  ].join('\n');
}

/** The code of `inCanonicalOrder`. */
export function writeNormalOrder(schema: SchemaNode): string {
  return [
    "import type { NormalForm } from './normal-form.ts';",
    '',
    '/**',
    ' * The fields of a normal form in canonical order, without what else the object holds.',
    ' * Named one by one, because a copy "of all but two" measures three times slower.',
    ' */',
    'export function inCanonicalOrder(value: NormalForm): NormalForm {',
    '  return {',
    ...keysOf(schema).map((key) => `    ${key}: value.${key},`),
    '  };',
    '}',
  ].join('\n');
}

/** The normal form of a task that says nothing but its type: the `default` of each key, or its only value. */
export function writeNormalDefaults(schema: SchemaNode): string {
  const rows = Object.entries(normalDefaults(schema)).map(
    ([key, value]) => `  ${key}: ${JSON.stringify(value)},`,
  );
  return [
    "import type { NormalForm } from './normal-form.ts';",
    '',
    'export const DEFAULT_NORMAL: NormalForm = {',
    ...rows,
    '};',
  ].join('\n');
}

/** The default of each key, or its only value, in canonical order. */
export function normalDefaults(schema: SchemaNode): Readonly<Record<string, unknown>> {
  const entries = keysOf(schema).map((key) => {
    const node = schema.properties?.[key];
    const value = node?.const ?? node?.default;
    if (value === undefined) throw new Error(`normal-form.schema.json: ${key} has no default`);
    return [key, value] as const;
  });
  return Object.fromEntries(entries);
}

/** Writes what stands in a template literal for a value: text as it is, or `${expression}`. */
class TextWriter {
  readonly #defs: Readonly<Record<string, SchemaNode>>;
  readonly #functions = new Map<string, string>();
  /** Whether the pieces need the helper for mappings. */
  writesMappings = false;

  constructor(defs: Readonly<Record<string, SchemaNode>>) {
    this.#defs = defs;
  }

  /** The functions that the pieces call, by the name of the type that each writes. */
  functions(): ReadonlyMap<string, string> {
    return this.#functions;
  }

  objectFunction(name: string, type: string, node: SchemaNode): string {
    const keys = keysOf(node);
    const rows = keys.map((key, index) => {
      const start = index === 0 ? '{' : ',';
      const end = index === keys.length - 1 ? '}' : '';
      const piece = this.#piece(node.properties?.[key] ?? {}, `value.${key}`);
      return `    \`${start}"${key}":${piece}${end}\``;
    });
    return `function ${name}(value: ${type}): string {\n  return (\n${rows.join(' +\n')}\n  );\n}`;
  }

  #piece(node: SchemaNode, value: string): string {
    if (node.$ref !== undefined) return this.#referred(node.$ref, value);
    if (node.const !== undefined) return literal(node.const);
    if (node.enum !== undefined) return plainWord(node.enum, value);
    if (node.anyOf !== undefined) return this.#choice(node.anyOf, value);
    if (node.items !== undefined) return this.#list(node.items, value);
    if (typeof node.additionalProperties === 'object') return this.#mapping(node.additionalProperties, value);
    if (node.type === 'string') return isPlain(node.pattern) ? `"\${${value}}"` : `\${text(${value})}`;
    if (Array.isArray(node.type)) return `\${textOrNull(${value})}`;
    return `\${${value}}`;
  }

  #referred(reference: string, value: string): string {
    const name = reference.slice('#/$defs/'.length);
    const node = this.#defs[name];
    if (node === undefined) throw new Error(`normal-form.schema.json: ${reference} leads nowhere`);
    if (node.properties === undefined) return this.#piece(node, value);
    if (!this.#functions.has(name)) {
      this.#functions.set(name, '');
      this.#functions.set(name, this.objectFunction(`write${name}`, name, node));
    }
    return `\${write${name}(${value})}`;
  }

  /** One word or something else (`null`, `false`), text or a mapping, or one of mappings that a key tells apart. */
  #choice([first = {}, ...others]: readonly SchemaNode[], value: string): string {
    const [second = {}, ...more] = others;
    const other = expression(more.length > 0 ? this.#choice(others, value) : this.#piece(second, value));
    if (first.type === 'string')
      return `\${typeof ${value} === 'string' ? ${expression(this.#piece(first, value))} : ${other}}`;
    if (first.type !== 'null' && first.const === undefined) {
      const elsewhere = new Set(others.flatMap((each) => keysOf(this.#resolved(each))));
      const key = keysOf(this.#resolved(first)).find((each) => !elsewhere.has(each));
      return `\${'${String(key)}' in ${value} ? ${expression(this.#piece(first, value))} : ${other}}`;
    }
    if (other === value) return `\${${value}}`;
    const word = first.type === 'null' ? 'null' : JSON.stringify(first.const);
    return `\${${value} === ${word} ? '${word}' : ${other}}`;
  }

  #mapping(values: SchemaNode, value: string): string {
    this.writesMappings = true;
    const piece = expression(this.#piece(values, 'each'));
    const name = /^(\w+)\(each\)$/.exec(piece)?.[1];
    return `\${mapping(${value}, ${name ?? `(each) => ${piece}`})}`;
  }

  #list(items: SchemaNode, value: string): string {
    const { type, enum: words } = this.#resolved(items);
    if (type === 'string' || words !== undefined) return `\${texts(${value})}`;
    return `\${list(${value}, (each) => ${expression(this.#piece(items, 'each'))})}`;
  }

  #resolved(node: SchemaNode): SchemaNode {
    return node.$ref === undefined ? node : (this.#defs[node.$ref.slice('#/$defs/'.length)] ?? {});
  }
}

/** A piece of a template as an expression of its own. */
function expression(piece: string): string {
  return /^\$\{[^{}`]*\}$/.test(piece) ? piece.slice('${'.length, -'}'.length) : `\`${piece}\``;
}

function literal(value: unknown): string {
  const text = JSON.stringify(value);
  if (/[\\`$]/.test(text)) throw new Error(`normal-form.schema.json: ${text} can't stand in a template`);
  return text;
}

function plainWord(words: readonly unknown[], value: string): string {
  const odd = words.find((each) => typeof each !== 'string' || !/^[\w.-]*$/.test(each));
  if (odd !== undefined) throw new Error(`normal-form.schema.json: ${JSON.stringify(odd)} is no plain word`);
  return `"\${${value}}"`;
}

/** Whether all that a pattern allows is text that JSON writes as it is: words, digits, dots, stars, colons. */
function isPlain(pattern = ''): boolean {
  const named = pattern.replaceAll(/\\[.*]|\[[\w.-]+\]/g, '');
  return /^\^[\w()|?*+:-]+\$$/.test(named);
}

function keysOf({ properties }: SchemaNode): string[] {
  return Object.keys(properties ?? {});
}
