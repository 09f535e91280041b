import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

/** A remark of the server about a document, with the line that it begins on, from 0. */
export interface Diagnostic {
  readonly message: string;
  readonly line: number;
  /** True if the text is no YAML, as the server sees it; false for a remark that comes from the schema. */
  readonly isAboutYaml: boolean;
}

/** What the server offers at a place: the label that is shown, and the text that is written. */
export interface Offer {
  readonly label: string;
  readonly text: string;
}

/** An editor's view of YAML documents that have a schema: a conversation with yaml-language-server. */
export interface Editor {
  readonly diagnose: (text: string) => Promise<readonly Diagnostic[]>;
  /** Returns the text that is shown for a place; empty if nothing is. Line and column are counted from 0. */
  readonly hover: (text: string, line: number, column: number) => Promise<string>;
  readonly complete: (text: string, line: number, column: number) => Promise<readonly Offer[]>;
  readonly close: () => Promise<void>;
}

/** A message of the language server protocol. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/**
 * Starts yaml-language-server with a schema for all documents. The server reads YAML 1.1, as dstack does: in an editor,
 * that is the setting `yaml.yamlVersion`.
 */
export async function openEditor(schema: URL): Promise<Editor> {
  const server = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const settings = {
    yamlVersion: '1.1',
    schemas: { [schema.href]: ['*.yml'] },
    schemaStore: { enable: false },
  };
  const answers = new Map<number, (result: unknown) => void>();
  const remarks = new Map<string, (found: readonly Diagnostic[]) => void>();
  let count = 0;

  function send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }
  function ask(method: string, params: object): Promise<unknown> {
    count += 1;
    const id = count;
    send({ id, method, params });
    return new Promise((resolve) => answers.set(id, resolve));
  }
  function receive({ id, method, params, result }: Message): void {
    if (method === 'textDocument/publishDiagnostics') publish(params, remarks);
    else if (method === 'workspace/configuration') send({ id, result: configuration(params, settings) });
    else if (method !== undefined && id !== undefined) send({ id, result: null });
    else if (id !== undefined) answers.get(id)?.(result);
  }
  function open(text: string): string {
    count += 1;
    const uri = `file:///task-${count}.yml`;
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
    });
    return uri;
  }
  async function about(method: string, text: string, line: number, character: number): Promise<unknown> {
    const textDocument = { uri: open(text) };
    return await ask(method, { textDocument, position: { line, character } });
  }

  child.stdout.on('data', framed(receive));
  await ask('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
    },
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml: settings } } });
  return {
    diagnose: (text) => {
      const uri = open(text);
      return new Promise((resolve) => remarks.set(uri, resolve));
    },
    hover: async (text, line, column) => hoverText(await about('textDocument/hover', text, line, column)),
    complete: async (text, line, column) =>
      offersIn(await about('textDocument/completion', text, line, column)),
    close: async () => {
      await ask('shutdown', {});
      send({ method: 'exit' });
      await once(child, 'exit');
    },
  };
}

/** Takes messages out of a stream: each stands behind a header with its length in bytes. */
function framed(receive: (message: Message) => void): (chunk: Buffer) => void {
  let waiting = Buffer.alloc(0);
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const head = waiting.indexOf('\r\n\r\n');
      const length = Number(
        /Content-Length: (\d+)/i.exec(waiting.toString('latin1', 0, Math.max(head, 0)))?.[1],
      );
      const end = head + 4 + length;
      if (head < 0 || waiting.length < end) return;
      const text = waiting.toString('utf8', head + 4, end);
      waiting = waiting.subarray(end);
      receive(JSON.parse(text) as Message);
    }
  };
}

/** Answers the server's question for settings, section by section. */
function configuration(params: unknown, settings: object): unknown[] {
  const { items } = params as { readonly items: readonly { readonly section?: string }[] };
  return items.map(({ section }) => (section === 'yaml' ? settings : {}));
}

function publish(params: unknown, waiting: Map<string, (found: readonly Diagnostic[]) => void>): void {
  const { uri, diagnostics } = params as {
    readonly uri: string;
    readonly diagnostics: readonly {
      readonly message: string;
      readonly source?: string;
      readonly range: { readonly start: { readonly line: number } };
    }[];
  };
  waiting.get(uri)?.(
    diagnostics.map(({ message, source, range }) => ({
      message,
      line: range.start.line,
      isAboutYaml: source === 'YAML',
    })),
  );
}

function hoverText(result: unknown): string {
  const { contents } = (result ?? { contents: { value: '' } }) as {
    readonly contents: { readonly value: string };
  };
  return contents.value;
}

function offersIn(result: unknown): Offer[] {
  const { items } = result as {
    readonly items: readonly {
      readonly label: string;
      readonly insertText?: string;
      readonly textEdit?: { readonly newText: string };
    }[];
  };
  return items.map(({ label, insertText, textEdit }) => ({
    label,
    text: textEdit?.newText ?? insertText ?? '',
  }));
}
