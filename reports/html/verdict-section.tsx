import type { LogGrade } from '../../spec/generated/event-log.ts';
import { scopeText } from '../scope.ts';
import { total, type Summary } from '../summary.ts';
import { WHY_WITHHELD } from '../verdict.ts';
import { Mosaic } from './mosaic.tsx';
import { countedGrouped, grouped } from './words.tsx';

/** At most this many reasons and flaws of a log are shown. */
const MOST = 20;

const GRADES: Readonly<Record<LogGrade, { readonly symbol: string; readonly means: string }>> = {
  'drop-in': { symbol: '✓', means: 'Nothing that was asked differs from the page or from the release.' },
  conformant: { symbol: '✓', means: 'It holds everything that the reference page documents.' },
  'non-conformant': { symbol: '✗', means: 'It departs from what the reference page documents.' },
  incomplete: { symbol: '◌', means: 'Too little was asked to say how it does.' },
};

/** The grade in words, why it is not better, and the figures behind it. */
export function VerdictSection({ summary }: { readonly summary: Summary }) {
  const { verdict, header = {}, withheld } = summary;
  const { symbol, means } = GRADES[verdict.grade];
  return (
    <section id="verdict" class={`verdict ${verdict.grade}`} aria-labelledby="verdict-title">
      <p class="who">{whoText(summary)}</p>
      <h1 id="verdict-title">
        <span class="symbol" aria-hidden="true">
          {symbol}
        </span>{' '}
        {verdict.grade}
        <small>{scopeText(header)}</small>
      </h1>
      <p class="means">{means}</p>
      {verdict.reasons.length > 0 && <Reasons title="Why it is not better" reasons={verdict.reasons} />}
      <p class="exit quiet">
        {exitText(summary)}
        {withheld !== undefined && ` A badge shows no grade: ${WHY_WITHHELD[withheld]}.`}
      </p>
      <Unsound summary={summary} />
      <Figures summary={summary} />
      <Mosaic summary={summary} />
    </section>
  );
}

export function whoText({ header }: Summary): string {
  if (header === undefined) return 'A run without a header';
  const { implementation, command } = header;
  if (implementation === null) return command.length === 0 ? 'A program without a name' : command.join(' ');
  return [
    implementation.name,
    implementation.version,
    implementation.language && `(${implementation.language})`,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}

function Reasons({
  title,
  reasons,
  all = reasons.length,
}: {
  readonly title: string;
  readonly reasons: readonly string[];
  readonly all?: number;
}) {
  const more = all - Math.min(MOST, reasons.length);
  return (
    <div class="why">
      <h2>{title}</h2>
      <ul>
        {reasons.slice(0, MOST).map((reason, index) => (
          <li key={index}>{reason}</li>
        ))}
        {more > 0 && <li>and {grouped(more)} more</li>}
      </ul>
    </div>
  );
}

function Unsound({ summary: { integrity } }: { readonly summary: Summary }) {
  if (integrity === undefined || integrity.count === 0) return null;
  return (
    <Reasons title="The log is not what the suite writes" reasons={integrity.kept} all={integrity.count} />
  );
}

function exitText({ footer, verdict: { grade, exitCode } }: Summary): string {
  const hasBaseline = footer !== undefined && footer.baseline !== null;
  const why = hasBaseline
    ? exitCode === 0
      ? ', because exactly what the baseline lists happened'
      : exitCode === 1
        ? ', because something else than the baseline lists happened'
        : ''
    : grade === 'conformant' && exitCode === 1
      ? ', because drop-in is required'
      : '';
  return `Exit code ${exitCode}${why}.`;
}

function Figures({ summary: { counts, requirements, causes, listed } }: { readonly summary: Summary }) {
  const asked = total(counts) - counts['not-run'];
  const all = [...requirements.values()];
  const held = all.filter(({ state }) => state === 'passed').length;
  return (
    <dl class="figures">
      <Figure value={grouped(counts.pass)} of={`of ${countedGrouped(asked, 'case')}`} name="passed" />
      <Figure value={grouped(held)} of={`of ${countedGrouped(all.length, 'requirement')}`} name="held" />
      <Figure
        value={grouped(causes.length)}
        of={causes.length === 1 ? 'cause' : 'causes'}
        name={listed.length === 0 ? 'of failures' : `of failures, ${listed.length} more known`}
      />
      {counts['not-run'] > 0 && (
        <Figure
          value={grouped(counts['not-run'])}
          of={counts['not-run'] === 1 ? 'case' : 'cases'}
          name="not run"
        />
      )}
    </dl>
  );
}

function Figure({ value, of, name }: { readonly value: string; readonly of: string; readonly name: string }) {
  return (
    <div>
      <dt>
        {of} {name}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
