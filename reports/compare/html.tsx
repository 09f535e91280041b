import type { ComponentChildren } from 'preact';
import { causeTitle } from '../cause-text.ts';
import { htmlPage } from '../html/page.tsx';
import { StateMark } from '../html/state-mark.tsx';
import { grouped, Sentence } from '../html/words.tsx';
import { CHANGE_KINDS, type ShownChange } from './change.ts';
import type { ChangeGroup, Comparison, RequirementChange } from './comparison.ts';
import type { ComparisonReport } from './comparison-report.ts';
import type { Results } from './results.ts';
import { casesText, commonText, countsText, runText, TITLES, verdictSentence } from './words.ts';

/** Colour is never the only sign of a change. */
const SYMBOLS: Readonly<Record<ShownChange, string>> = {
  broken: '✗',
  'newly-unsupported': '○',
  changed: '≠',
  'still-failing': '◐',
  fixed: '✓',
};

/** Renders a comparison as one HTML file. */
export function comparisonPage(report: ComparisonReport): string {
  const { runs, comparisons } = report;
  return htmlPage({
    title: `${verdictSentence(report)} ${runs.length} runs compared`,
    body: (
      <PageFrame title={verdictSentence(report)} isBad={comparisons.some(({ worse }) => worse > 0)}>
        <Runs runs={runs} />
        {comparisons.map((each, at) => (
          <Changes key={at} comparison={each} runs={runs} />
        ))}
        {runs.length > 2 && <Matrix report={report} />}
      </PageFrame>
    ),
  });
}

interface FrameProps {
  readonly title: string;
  readonly isBad: boolean;
  readonly children: ComponentChildren;
}

/** The landmarks of a page about several runs, with its verdict. */
export function PageFrame({ title, isBad, children }: FrameProps) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the verdict
      </a>
      <header class="top">
        <span class="mark">dstack-conformance</span>
      </header>
      <main id="main" tabIndex={-1}>
        <section
          id="verdict"
          class={`verdict ${isBad ? 'non-conformant' : 'conformant'}`}
          aria-labelledby="verdict-title"
        >
          <h1 id="verdict-title">
            <span class="symbol" aria-hidden="true">
              {isBad ? '✗' : '✓'}
            </span>{' '}
            {title}
          </h1>
        </section>
        {children}
      </main>
      <footer class="bottom quiet">
        Made by dstack-conformance from event logs. Every figure follows from their cases.
      </footer>
    </>
  );
}

/** The runs by their numbers. */
function Runs({ runs }: { readonly runs: readonly Results[] }) {
  return (
    <section id="runs" aria-labelledby="runs-title">
      <h2 id="runs-title">Runs</h2>
      <table class="topics">
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Log</th>
            <th scope="col">Program and grade</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run, at) => (
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              <td>
                <code>{run.name}</code>
              </td>
              <td>{runText(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What changed between two runs, by cause and requirement. */
export function Changes({
  comparison,
  runs,
}: {
  readonly comparison: Comparison;
  readonly runs: readonly Results[];
}) {
  const { before, now, counts, groups, requirements } = comparison;
  const [from, to] = [runs.indexOf(before) + 1, runs.indexOf(now) + 1];
  const id = `changes-${from}-${to}`;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {from} → {to}: {countsText(counts)}
      </h2>
      <p class="lead">{commonText(comparison)}.</p>
      {CHANGE_KINDS.map((kind) => (
        <Groups key={kind} kind={kind} groups={groups.filter((group) => group.kind === kind)} />
      ))}
      <RequirementTable requirements={requirements} />
    </section>
  );
}

function Groups({ kind, groups }: { readonly kind: ShownChange; readonly groups: readonly ChangeGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <>
      <h3>
        <span aria-hidden="true">{SYMBOLS[kind]}</span> {TITLES[kind]}
      </h3>
      {groups.map((group, at) => (
        <Group key={at} group={group} />
      ))}
    </>
  );
}

function Group({ group: { cause, count, cases } }: { readonly group: ChangeGroup }) {
  return (
    <details class="cause">
      <summary>
        <span />
        <strong>{cause === undefined ? 'no failure' : causeTitle(cause)}</strong>
        <span class="quiet">{cause?.requirement}</span>
        <span class="worth">{casesText(count)}</span>
      </summary>
      <div class="cause-body">
        {cause !== undefined && <p class="quiet">{cause.level}</p>}
        <ul>
          {cases.map((id) => (
            <li key={id}>
              <code>{id}</code>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function RequirementTable({ requirements }: { readonly requirements: readonly RequirementChange[] }) {
  if (requirements.length === 0) return null;
  const kinds = CHANGE_KINDS.filter((kind) => requirements.some(({ counts }) => counts[kind] > 0));
  return (
    <>
      <h3>Requirements</h3>
      <table class="topics">
        <thead>
          <tr>
            <th scope="col">Requirement</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" class="number">
                {TITLES[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {requirements.map(({ id, sentence, counts }) => (
            <tr key={id}>
              <th scope="row">
                <code>{id}</code>
                <span class="quiet about">
                  <Sentence text={sentence} />
                </span>
              </th>
              {kinds.map((kind) => (
                <td key={kind} class="number">
                  {grouped(counts[kind])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Matrix({ report: { runs, matrix } }: { readonly report: ComparisonReport }) {
  if (matrix.length === 0) return null;
  return (
    <section id="states" aria-labelledby="states-title">
      <h2 id="states-title">States that differ</h2>
      <table class="topics">
        <thead>
          <tr>
            <th scope="col">Requirement</th>
            {runs.map((_, at) => (
              <th key={at} scope="col">
                {at + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.map(({ id, states }) => (
            <tr key={id}>
              <th scope="row">
                <code>{id}</code>
              </th>
              {states.map((state, at) => (
                <td key={at}>{state === undefined ? 'unknown' : <StateMark state={state} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
