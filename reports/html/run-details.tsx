import type { ComponentChildren } from 'preact';
import type { FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';
import { cutBytes } from '../cut-bytes.ts';
import { shellWords } from '../shell-words.ts';
import type { Summary } from '../summary.ts';
import { countedGrouped, grouped } from './words.tsx';

/** At most this many faults, notes and stale entries are shown. */
const MOST = 20;
/** Longer messages, in bytes, are cut. */
const LONGEST = 1000;

/** Who was asked what, when, and what happened besides. */
export function RunDetails({ summary }: { readonly summary: Summary }) {
  const { header, footer } = summary;
  return (
    <section id="run" aria-labelledby="run-title">
      <h2 id="run-title">The run</h2>
      {header === undefined && footer === undefined && (
        <p class="lead">The log says nothing about the run.</p>
      )}
      <dl class="details">
        {header !== undefined && <Asked header={header} />}
        {footer !== undefined && <Ended footer={footer} />}
      </dl>
      <Besides summary={summary} />
    </section>
  );
}

function Asked({ header }: { readonly header: HeaderLine }) {
  const {
    command,
    spec,
    suite,
    seed,
    corpus,
    mode,
    inputs,
    fields,
    answers,
    platform,
    limits,
    filter,
    started,
    run,
  } = header;
  return (
    <>
      <Row name="Command">
        <code>
          {command.length === 0
            ? 'none: a function in the suite’s own process'
            : cutBytes(shellWords(command), LONGEST)}
        </code>
      </Row>
      <Row name="Asked about">{spec}</Row>
      <Row name="By">
        {suite.name} {suite.version}, {mode} mode, {inputs.length === 0 ? 'no input' : inputs.join(' and ')}
      </Row>
      <Row name="Corpus">
        {corpus.generated === null
          ? 'saved finds alone'
          : `${countedGrouped(corpus.generated, 'generated case')} besides the examples`}
        {corpus.finds > 0 && `, ${countedGrouped(corpus.finds, 'saved find')}`}
        {seed !== null && `, seed ${seed}`}
      </Row>
      {filter !== null && <Row name="Only">{filter}</Row>}
      {fields !== undefined && (
        <Row name="Fields">
          {fields.declared.length} of {fields.of}: {fields.declared.join(', ')}
        </Row>
      )}
      {answers !== undefined && <Row name="Answers">{answers} alone, so no value was judged</Row>}
      <Row name="Started">
        {started}, run <code>{run}</code>
      </Row>
      <Row name="Machine">
        {platform.os} {platform.arch}, {platform.runtime}
      </Row>
      <Row name="Limits">
        {countedGrouped(limits.jobs, 'process').replace(/processs$/, 'processes')}, {limits.timeoutMs / 1000}{' '}
        s per case, {limits.startupTimeoutMs / 1000} s to start,{' '}
        {countedGrouped(limits.maxRestarts, 'restart')}
      </Row>
    </>
  );
}

function Ended({ footer }: { readonly footer: FooterLine }) {
  const { finished, corpus, scores, restarts, nondeterministic, coverage } = footer;
  return (
    <>
      <Row name="Finished">
        {finished}
        {restarts > 0 && `, after ${countedGrouped(restarts, 'restart')}`}
      </Row>
      <Row name="Digest">
        <code>{corpus.digest}</code> of {countedGrouped(corpus.cases, 'case')}
      </Row>
      <Row name="Coverage">
        {countedGrouped(coverage.exercised, 'requirement')} exercised, {grouped(coverage.missing.length)} not
      </Row>
      <Row name="Scores">
        {grouped(scores.canonical.hit)} of {grouped(scores.canonical.of)} answers are the normal form itself;{' '}
        {grouped(scores.paths.hit)} of {grouped(scores.paths.of)} rejections name a violated place
      </Row>
      {nondeterministic > 0 && (
        <Row name="Unsteady">
          {countedGrouped(nondeterministic, 'case')} gave something else when asked again
        </Row>
      )}
    </>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Besides({ summary: { faults, footer, unsupported, counts } }: { readonly summary: Summary }) {
  const stale = footer?.baseline?.stale ?? [];
  return (
    <>
      <List
        title="Outside of single cases"
        entries={faults.map(({ fault, message }) => `${fault}: ${message}`)}
        all={Math.max(faults.length, footer?.faults ?? 0)}
      />
      <List
        title="Not supported"
        entries={unsupported.map((line) => `${line.case}: ${line.message ?? ''}`)}
        all={counts.unsupported}
      />
      <List
        title="Entries of the baseline to delete"
        entries={stale.map(({ line, entry, why }) => `line ${line}: ${entry} ${why}`)}
        all={stale.length}
      />
      <List title="Notes" entries={footer?.notes ?? []} all={footer?.notes.length ?? 0} />
    </>
  );
}

function List({
  title,
  entries,
  all,
}: {
  readonly title: string;
  readonly entries: readonly string[];
  readonly all: number;
}) {
  if (entries.length === 0) return null;
  const shown = entries.slice(0, MOST);
  return (
    <>
      <h3>{title}</h3>
      <ul class="besides">
        {shown.map((entry, index) => (
          <li key={index}>{cutBytes(entry, LONGEST)}</li>
        ))}
        {all > shown.length && <li class="quiet">and {grouped(all - shown.length)} more</li>}
      </ul>
    </>
  );
}
