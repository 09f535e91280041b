import { describe, expect, test } from 'vitest';
import { editsIn, withEdit } from './walkthrough.ts';

const MARKDOWN = `# Contributing

## Another section

In \`z.txt\`, above \`z\`:

\`\`\`text
z
\`\`\`

## A field

1. Some words. In \`a.yaml\`,
   above \`- b\`:

   \`\`\`yaml
   - a
     of: 1

   \`\`\`

   And so on. In \`c.ts\`, above \`d(\`:

   \`\`\`ts
   c();
   \`\`\`

## The end

In \`y.txt\`, above \`y\`:

\`\`\`text
y
\`\`\`
`;

describe('the edits of a walkthrough', () => {
  test('are those of its section, in order, without the indentation of the list', () => {
    expect(editsIn(MARKDOWN, 'A field')).toEqual([
      { file: 'a.yaml', above: '- b', lines: ['- a', '  of: 1', ''] },
      { file: 'c.ts', above: 'd(', lines: ['c();'] },
    ]);
  });

  test('are written above the first line that begins so, and as far to the right', () => {
    const edit = { file: 'a.yaml', above: '- b', lines: ['- a', '  of: 1', ''] };
    expect(withEdit('list:\n  - not: - b\n  - b\n  - b\n', edit)).toBe(
      'list:\n  - not: - b\n  - a\n    of: 1\n\n  - b\n  - b\n',
    );
  });

  test('fail where no line begins so', () => {
    expect(() => withEdit('a\n', { file: 'a.txt', above: 'b', lines: ['c'] })).toThrow('a.txt has no line');
  });
});
