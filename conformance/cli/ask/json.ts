import { findRequirement } from '../../../spec/catalogue.ts';
import type { Answered } from '../../ask/ask.ts';
import type { Expected } from '../../case/case.ts';
import { describeOutcome, type CaseResult } from '../../judge/outcome.ts';
import { brokenBy } from './broken.ts';

/** The answer to one document, for machines. */
export function askedJson(file: string, { introduction, result, undeclared, notes }: Answered): object {
  const { test, outcome, stderr, nondeterministic } = result;
  const { spec } = test.edition;
  return {
    file,
    spec: test.edition.id,
    implementation: { name: introduction.name, version: introduction.version },
    input: test.input,
    outcome: outcome.kind,
    message: outcome.kind === 'pass' ? null : describeOutcome(outcome),
    expected: expectedJson(test.expected),
    received: receivedJson(result),
    differences: outcome.kind === 'fail' ? outcome.differences : [],
    requirements: brokenBy(result).map(({ requirement, level, places }) => ({
      id: requirement,
      level,
      sentence: findRequirement(spec, requirement)?.sentence ?? null,
      places,
    })),
    undeclared,
    notes,
    stderr: stderr ?? null,
    nondeterministic: nondeterministic ?? null,
  };
}

function expectedJson(expected: Expected): object {
  if (expected.kind === 'rejected') return { rejected: expected.violations };
  return { accepted: JSON.parse(expected.normal) as unknown };
}

function receivedJson({ test: { expected }, received }: CaseResult): unknown {
  switch (received.kind) {
    case 'same':
      return expected.kind === 'accepted' ? expectedJson(expected) : { rejected: [] };
    case 'result':
      return JSON.parse(received.json) as unknown;
    case 'text':
      return received.text;
    case 'nothing':
      return null;
  }
}
