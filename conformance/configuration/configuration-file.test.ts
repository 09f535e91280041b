import { describe, expect, it } from 'vitest';
import schema from '../../spec/schemas/configuration.schema.json' with { type: 'json' };
import { readConfiguration } from './configuration-file.ts';

/** Returns the errors of a text, one line each. */
function errorsOf(text: string): string[] {
  const reading = readConfiguration(text);
  if (reading.kind === 'read') return [];
  return reading.errors.map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

describe('a configuration file', () => {
  it('has these keys', () => {
    const text = [
      'command: [python3, adapter.py]',
      'plain: json',
      'verdicts: true',
      'fields: [nodes, resources.gpu]',
      'edition: 0.18.42',
      'baseline: known.yaml',
      'corpus: finds',
      'watch: [src]',
      'jobs: 2',
      'timeout: 0.5',
      'startup-timeout: 60',
      'require: drop-in',
    ].join('\n');
    const configuration = {
      command: ['python3', 'adapter.py'],
      plain: 'json',
      verdicts: true,
      fields: ['nodes', 'resources.gpu'],
      edition: '0.18.42',
      baseline: 'known.yaml',
      corpus: 'finds',
      watch: ['src'],
      jobs: 2,
      timeout: 0.5,
      'startup-timeout': 60,
      require: 'drop-in',
    };
    expect(readConfiguration(text)).toMatchObject({ kind: 'read', configuration });
    expect(Object.keys(configuration)).toEqual(Object.keys(schema.properties));
  });

  it.each(['', '# nothing yet\n', '{}'])('may say nothing: %j', (text) => {
    const reading = readConfiguration(text);
    expect(reading.kind === 'read' && reading.configuration).toEqual({});
  });

  it.each(Object.entries(schema.properties))('has an example of %s that is right', (key, { examples }) => {
    for (const example of examples) {
      const others = { plain: 'command: [a]\n', verdicts: 'command: [a]\nplain: yaml\n' }[key] ?? '';
      expect(errorsOf(`${others}${key}: ${JSON.stringify(example)}`)).toEqual([]);
    }
  });
});

describe('an error in a configuration file', () => {
  it.each([
    ['jobs: two', '1:7: jobs is a whole number from 1 on; for example `jobs: 2`'],
    ['jobs: 0', '1:7: jobs is a whole number from 1 on; for example `jobs: 2`'],
    [
      'timeout: 0',
      '1:10: timeout is a number of seconds above 0 and at most 86400; for example `timeout: 5`',
    ],
    ['require: best', '1:10: require is conformant or drop-in; for example `require: drop-in`'],
    ['command: go run .', /^1:10: command is a list of words, .* for example `command: \[go, run, /],
    ['command: []', /^1:10: command is a list of words/],
    ['command: [head, -n, 3]', /^1:21: command is a list of words, and each word is text/],
    ['edition: 1', '1:10: edition is text; for example `edition: 0.18.42`'],
    ["baseline: ''", /^1:11: baseline is the path of a file/],
    ['plain: yaml', /^1:1: plain means nothing without command; for example `command: /],
    ['command: [a]\nverdicts: true', '2:1: verdicts means nothing without plain; for example `plain: yaml`'],
    [
      'fields: nodes',
      '1:9: fields is a list of names of fields; for example `fields: [nodes, resources.gpu]`',
    ],
    ['watch: src', '1:8: watch is a list of paths; for example `watch: [src, adapter.py]`'],
    ['- jobs', /^1:1: a configuration is a mapping; for example `command: /],
    ['jobs: *two', /^1:1: Unresolved alias/],
    ['jobs: 1\njobs: 2', '2:1: Map keys must be unique'],
    ['job: 1', '1:1: there is no key "job"; did you mean jobs?'],
    ['startup_timeout: 1', '1:1: there is no key "startup_timeout"; did you mean startup-timeout?'],
    ['verbose: true', /^1:1: there is no key "verbose"; the keys are command, plain, /],
  ])('has its place and a hint: %j', (text, error) => {
    const errors = errorsOf(text);
    expect(errors).toHaveLength(1);
    if (typeof error === 'string') expect(errors).toEqual([error]);
    else expect(errors[0]).toMatch(error);
  });

  it('does not hide the next one', () => {
    const errors = errorsOf('# mine\nbaseline:\n  - a\njobs: none\nnothing: 1\n');
    expect(errors.map((each) => each.slice(0, 4))).toEqual(['3:3:', '4:7:', '5:1:']);
  });
});
