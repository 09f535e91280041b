/** The result of a test, as JUnit knows them. `type` is a word for filters, and `text` has several lines. */
export type TestResult =
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'failure' | 'error' | 'skipped';
      readonly type: string;
      readonly message: string;
      readonly text: string;
    };

export interface TestEntry {
  readonly name: string;
  readonly result: TestResult;
}

export interface TestSuite {
  readonly name: string;
  readonly tests: readonly TestEntry[];
}

export const PASSED: TestResult = { kind: 'passed' };

export function skipped(type: string, message: string): TestResult {
  return { kind: 'skipped', type, message, text: '' };
}
