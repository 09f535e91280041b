import { Document, isScalar, Scalar, visit } from 'yaml';
import { yamlText } from '../../files/yaml-text.ts';

/** Matches text that every YAML reader, of version 1.1 or 1.2, reads as text. */
const PLAIN_EVERYWHERE = /^[A-Za-z][A-Za-z0-9_./-]*$/;
const WORD_OF_SOME_READER = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Renders a normal form as block YAML with the same meaning in YAML 1.1 and 1.2. */
export function normalYaml(normal: object): string {
  // Values that are one object by chance, such as empty lists, are written out wherever they stand.
  const document = new Document(normal, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (!isScalar(node) || typeof node.value !== 'string') return;
      const isPlain = PLAIN_EVERYWHERE.test(node.value) && !WORD_OF_SOME_READER.test(node.value);
      node.type = isPlain ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    },
  });
  return yamlText(document);
}
