import { documentJson } from '../../reference/document/document-json.ts';
import { readJson } from '../../reference/json/json.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import type { EditionSpec } from '../../spec/edition.ts';
import { divergencesIn } from '../../spec/exceptions.ts';
import type { Divergence } from '../../spec/generated/divergence-file.ts';
import type { CaseLine, LogLine } from '../../spec/generated/event-log.ts';

/** The part of an edition that says where its release and its page contradict each other. */
type Divergent = Pick<EditionSpec, 'divergences'>;

/** The failures of a real release, held against the published divergences of its edition. */
export interface DivergentCases {
  readonly cases: number;
  readonly failures: number;
  /** Number of failures per divergence. A divergence without one was not seen in the release. */
  readonly byDivergence: ReadonlyMap<Divergence, number>;
  /** Failures that no divergence explains. */
  readonly others: readonly CaseLine[];
  /** Faults that no single case has. */
  readonly faults: readonly string[];
}

/**
 * Assigns each failure of a certified release to the divergences that explain all of it. This is stricter than a
 * baseline: a divergence explains only what its document and its kind of failure allow.
 */
export function divergentCases(lines: readonly LogLine[], spec: Divergent): DivergentCases {
  const byDivergence = new Map(spec.divergences.map((each) => [each, 0]));
  const others: CaseLine[] = [];
  const cases = lines.filter((line) => line.event === 'case');
  const failures = cases.filter(({ outcome }) => outcome !== 'pass');
  for (const line of failures) {
    const found = explanationsOf(line, spec);
    if (found.length === 0) others.push(line);
    for (const each of found) byDivergence.set(each, (byDivergence.get(each) ?? 0) + 1);
  }
  return {
    cases: cases.length,
    failures: failures.length,
    byDivergence,
    others,
    faults: lines.filter((line) => line.event === 'fault').map(({ message }) => message),
  };
}

/** Returns the divergences of the document that explain a failure together, or none if a part of it stays open. */
function explanationsOf(line: CaseLine, spec: Divergent): readonly Divergence[] {
  const { input, differences = [] } = line;
  const reading = input.kind === 'json' ? readJson(input.text) : readYaml(input.text);
  if (reading.kind !== 'read') return [];
  const present = divergencesIn(spec, plain(reading.document));
  if (differences.length === 0) return present.filter((each) => isVerdictOf(each, line)).slice(0, 1);
  const found = differences.map(({ requirements }) =>
    present.find((each) => each.requirements.some((id) => requirements.includes(id))),
  );
  const known = found.filter((each) => each !== undefined);
  return known.length === found.length ? [...new Set(known)] : [];
}

/** Returns a document with plain numbers in the place of wrapped floats, which the conditions don't know. */
function plain(document: unknown): unknown {
  return JSON.parse(documentJson(document) ?? 'null');
}

/** Returns whether a divergence is one of verdicts, and the case has these two verdicts. */
function isVerdictOf({ release, ours }: Divergence, { expected, received, outcome }: CaseLine): boolean {
  if (release.verdict === ours.verdict || !(ours.verdict in expected)) return false;
  switch (release.verdict) {
    case 'accepted':
    case 'rejected':
      return outcome === 'fail' && received !== null && release.verdict in received;
    case 'crashed':
      return outcome === 'protocol-error' || outcome === 'crash';
  }
}
