// provisional

/**
 * Every message between the suite and an implementation: JSON-RPC 2.0, one message per line, UTF-8. spec/protocol.md says the same in prose.
 */
export type ProtocolMessage =
  | InitializeRequest
  | NormalizeRequest
  | ShutdownRequest
  | InitializeAnswer
  | NormalizeAnswer
  | ShutdownAnswer
  | ErrorAnswer;
/**
 * Chosen by the suite, never used twice in the life of a process, repeated in the answer.
 */
export type MessageId = number;
export type InputKind = "json" | "yaml";

/**
 * The first message of the suite, always with the id 0.
 */
export interface InitializeRequest {
  jsonrpc: "2.0";
  id: MessageId;
  method: "initialize";
  params: InitializeParams;
}
export interface InitializeParams {
  /**
   * The version of this protocol.
   */
  protocol: 1;
  suite: Suite;
  /**
   * What is certified, such as dstack-0.18.42/task.
   */
  spec: string;
}
export interface Suite {
  name: string;
  version: string;
}
/**
 * Asks for the verdict on one document.
 */
export interface NormalizeRequest {
  jsonrpc: "2.0";
  id: MessageId;
  method: "normalize";
  params: JsonInput | YamlInput;
}
/**
 * The document as a JSON value. Numbers keep their spelling: 1.0 is a float.
 */
export interface JsonInput {
  config: unknown;
}
/**
 * The document as the text of a YAML file.
 */
export interface YamlInput {
  yaml: string;
}
/**
 * The last message. The implementation answers, or just exits.
 */
export interface ShutdownRequest {
  jsonrpc: "2.0";
  id: MessageId;
  method: "shutdown";
}
export interface InitializeAnswer {
  jsonrpc: "2.0";
  id: MessageId;
  result: Introduction;
}
/**
 * How an implementation introduces itself.
 */
export interface Introduction {
  /**
   * The version of this protocol.
   */
  protocol: 1;
  implementation: Implementation;
  /**
   * The kinds of input that it takes. It is asked for nothing else.
   *
   * @minItems 1
   */
  inputs: [InputKind, ...InputKind[]];
  /**
   * How many requests may be in flight. Answers may come in any order.
   */
  window?: number;
  [k: string]: unknown;
}
export interface Implementation {
  name: string;
  version?: string;
  language?: string;
  [k: string]: unknown;
}
export interface NormalizeAnswer {
  jsonrpc: "2.0";
  id: MessageId;
  result: AcceptedResult | RejectedResult | UnsupportedResult;
}
/**
 * The document is valid, and this is what it means: the normal form, in any spelling of the same meaning.
 */
export interface AcceptedResult {
  accepted: {
    [k: string]: unknown;
  };
}
/**
 * The document is invalid. One violation is enough; text is free, a path is recommended.
 */
export interface RejectedResult {
  rejected: ReportedViolation[];
}
export interface ReportedViolation {
  /**
   * A JSON Pointer into the document; empty text is the whole document.
   */
  path?: string;
  message?: string;
  [k: string]: unknown;
}
/**
 * The implementation can't tell, and says why. Counted, never passed.
 */
export interface UnsupportedResult {
  unsupported: string;
}
export interface ShutdownAnswer {
  jsonrpc: "2.0";
  id: MessageId;
  result: unknown;
}
/**
 * An unknown method or broken parameters. It is never a rejection.
 */
export interface ErrorAnswer {
  jsonrpc: "2.0";
  id: number | null;
  error: RpcError;
}
export interface RpcError {
  code: number;
  message: string;
  data?: unknown;
  [k: string]: unknown;
}
