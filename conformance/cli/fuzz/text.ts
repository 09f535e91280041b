import type { Colors } from '../../../reports/colors.ts';
import { scopeText } from '../../../reports/scope.ts';
import { visible } from '../../../reports/visible.ts';
import { loggedDeclaration } from '../../declared/declared-edition.ts';
import { ratePerSecond } from '../terminal/progress.ts';
import type { Introduction } from '../../protocol/handshake.ts';
import { failureJson } from './failure-text.ts';
import { describeShard } from '../../shard/shard.ts';
import { tellingOf, type Failure } from '../../fuzz/failure.ts';
import type { FuzzProgress, FuzzResult } from '../../fuzz/fuzz-options.ts';
import { symptomKey } from '../../judge/symptom.ts';

/** The files of the finds, by the keys of the failures. */
export type Files = ReadonlyMap<string, string>;

/** Renders the head, which is printed before the first question. */
export function renderFuzzHead(
  { name, version, language, inputs }: Introduction,
  finds: number,
  colors: Colors,
): string {
  const full = [name, version].filter((part) => part !== null).join(' ');
  const who = language === null ? full : `${full} (${language})`;
  const first = finds === 0 ? '' : ` · ${finds === 1 ? '1 saved find' : `${finds} saved finds`} first`;
  return `${colors.bold(visible(who))} · ${inputs.join(', ')}${first}\n\n`;
}

/** Renders the progress line that a terminal shows. */
export function fuzzProgress({ edition, asked, failed, found, startedAt, tally }: FuzzProgress): string {
  const rate = ratePerSecond(asked, startedAt);
  return `${asked} cases · ${rate}/s · ${failed} failed, ${found} told apart · ${tally.exercised.size} of ${edition.spec.requirements.length} requirements`;
}

/** Renders the summary of the run. The seed is the last line, as it is the first. */
export function renderFuzz(result: FuzzResult, files: Files, colors: Colors): string {
  const { edition, failures, tally, ms, grade, reasons, faults, notes, uncounted, digest, asked } = result;
  const paint = grade === 'drop-in' || grade === 'conformant' ? colors.green : colors.red;
  return `${[
    ...failures.map((failure) => countLine(failure, files.get(keyOf(failure)), colors)),
    ...(uncounted === 0 ? [] : [`and ${uncounted} more failing cases that were not told apart`]),
    ...(failures.length === 0 ? [] : ['']),
    ...faults
      .slice(0, 20)
      .map(
        ({ kind, message }) => `${colors.red('✗')} ${kind}, outside of a single case: ${visible(message)}`,
      ),
    ...notes.map((note) => `note: ${visible(note)}`),
    ...(asked === 0
      ? []
      : [
          `${asked} cases in ${(ms / 1000).toFixed(1)} s · ${digest.slice(0, 19)}`,
          `requirements exercised: ${tally.exercised.size} of ${edition.spec.requirements.length}`,
        ]),
    `grade, as far as these cases tell: ${colors.bold(paint(`${grade}${scopeText(loggedDeclaration(edition))}`))}`,
    ...reasons.map((reason) => `  because ${visible(reason)}`),
    seedText(result),
  ].join('\n')}\n`;
}

/** Says how the same cases are asked again. */
export function seedText({ seed, shard }: Pick<FuzzResult, 'seed' | 'shard'>): string {
  return shard === undefined ? `seed ${seed}` : `seed ${seed} · ${describeShard(shard)}`;
}

/** Renders the report for machines. */
export function fuzzJson(result: FuzzResult, files: Files): Readonly<Record<string, unknown>> {
  const { edition, seed, grade, exitCode, reasons, diagnosis, introduction, tally, failures, uncounted } =
    result;
  const { faults, notes, digest, asked, ms } = result;
  return {
    edition: edition.id,
    seed,
    shard: result.shard ?? null,
    implementation: introduction ?? null,
    fields: loggedDeclaration(edition).fields ?? null,
    answers: edition.answers ?? 'values',
    grade,
    exitCode,
    reasons,
    diagnosis: diagnosis ?? null,
    cases: asked,
    digest,
    seconds: Math.round(ms) / 1000,
    counts: tally.counts,
    exercised: [...tally.exercised].sort(),
    failures: failures.map((failure) => failureJson(failure, files.get(keyOf(failure)))),
    uncounted,
    faults,
    notes,
  };
}

/** Returns a key for a failure of one run. It includes the symptom, because one document may show several failures. */
export function keyOf({ symptom, result }: Failure): string {
  return `${symptomKey(symptom)} ${result.test.id}`;
}

function countLine(failure: Failure, path: string | undefined, colors: Colors): string {
  const { symptom, count, places } = failure;
  const others = places.length > 1 ? ` and ${places.length - 1} more places` : '';
  const where = symptom.path === '' ? '' : ` at ${visible(symptom.path)}${others}`;
  const file = path === undefined ? '' : `  ${colors.dim(visible(path))}`;
  return `${String(count).padStart(7)} × ${symptom.kind}${where} · ${tellingOf(failure)}${file}`;
}
