import type { AnyGrammar } from '../generators/grammar.ts';
import type { AnyLanguage } from '../reference/language.ts';
import type { EditionSpec, Levels } from '../spec/edition.ts';

/**
 * One release of the page, with all that the suite knows of it. It is chosen once, by the command line, and travels
 * with the cases.
 */
export interface Edition {
  /** The id in handshakes and logs: a release, a slash, and the type of the document. */
  readonly id: string;
  /** What must hold. */
  readonly spec: EditionSpec;
  /** How the reference reads documents. */
  readonly language: AnyLanguage;
  /** How documents are generated. */
  readonly grammar: AnyGrammar;
  /** Present if the implementation answers with verdicts alone: no value is judged. */
  readonly answers?: 'verdicts';
  /**
   * Returns what the release was measured to make of exactly this document: the text of the normal form, or `rejected`.
   * Returns undefined for a document that was not measured.
   */
  readonly measured: (document: unknown) => string | undefined;
}

/** The part of an edition that reads documents. It loads in a fraction of the time of the whole. */
export interface Interpreter {
  readonly id: string;
  readonly language: AnyLanguage;
  readonly levels: Levels;
}

/** An edition whose documents can be read. Its code and its data are loaded when they are needed. */
export interface Readable {
  readonly id: string;
  readonly loadInterpreter: () => Promise<Interpreter>;
  readonly loadSpec: () => Promise<EditionSpec>;
}

/** An edition that has generators too, so that implementations can be certified for it. */
export interface Registered extends Readable {
  /** Loads everything. */
  readonly load: () => Promise<Edition>;
}
