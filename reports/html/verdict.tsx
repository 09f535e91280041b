import type { LogGrade } from '../../spec/generated/event-log.ts';
import { scopeText } from '../scope.ts';
import { total, type Summary } from '../summary.ts';
import { corpusText, nameOf } from '../terminal/terminal.ts';
import { visible } from '../visible.ts';
import type { Tone } from './state.tsx';

const GRADES: Readonly<Record<LogGrade, { readonly tone: Tone; readonly symbol: string }>> = {
  'drop-in': { tone: 'good', symbol: '✓' },
  conformant: { tone: 'good', symbol: '✓' },
  'non-conformant': { tone: 'bad', symbol: '✗' },
  incomplete: { tone: 'known', symbol: '◐' },
};

/** Names the implementation, as it introduced itself or by its command. */
export function whoIn({ header }: Summary): string {
  if (header === undefined) return 'an unknown implementation';
  return header.implementation === null ? visible(header.command.join(' ')) : nameOf(header.implementation);
}

export function VerdictSection({ summary }: { readonly summary: Summary }) {
  const { verdict, header, footer, integrity } = summary;
  const { tone, symbol } = GRADES[verdict.grade];
  const interrupted = footer?.interrupted === true ? ' (interrupted)' : '';
  return (
    <section class={`verdict ${tone}`} aria-labelledby="verdict">
      <h2 id="verdict" class="hidden">
        Verdict
      </h2>
      <p class="grade">
        <span aria-hidden="true">{symbol} </span>
        {verdict.grade}
        {scopeText(header ?? {})}
        {interrupted}
      </p>
      <Reasons reasons={verdict.reasons} />
      {integrity !== undefined && integrity.count > 0 ? <Flaws integrity={integrity} /> : null}
      <Facts summary={summary} />
    </section>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  const [first, ...others] = reasons.map(visible);
  if (first === undefined) return <p>Every case passed.</p>;
  if (others.length === 0) return <p>{first}</p>;
  return (
    <ul>
      {[first, ...others].map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

function Flaws({ integrity: { count, kept } }: { readonly integrity: NonNullable<Summary['integrity']> }) {
  return (
    <div class="warning">
      <p>
        <strong>This log is not what the suite writes.</strong>{' '}
        {count === 1 ? '1 difference' : `${count} differences`}, so its grade proves nothing.
      </p>
      <ul>
        {kept.map((sentence) => (
          <li key={sentence}>{visible(sentence)}</li>
        ))}
      </ul>
    </div>
  );
}

function Facts({ summary }: { readonly summary: Summary }) {
  const { header, footer, counts, causes, requirements } = summary;
  const states = [...requirements.values()].map(({ state }) => state);
  const facts = [
    ['edition', header === undefined ? 'unknown' : visible(header.spec)],
    ['cases', corpusText(summary)],
    ['passed', String(counts.pass)],
    ['failed', String(total(counts) - counts.pass - counts.unsupported - counts['not-run'])],
    ['causes', String(causes.length)],
    ['requirements passed', `${states.filter((state) => state === 'passed').length} of ${states.length}`],
    ['finished', footer === undefined ? 'never' : visible(footer.finished)],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
