import { shellWords } from '../shell-words.ts';
import type { Summary } from '../summary.ts';
import { baselineLines, declaredLines, otherLines, scoreLines } from '../terminal/terminal.ts';
import { NO_COLORS } from '../colors.ts';
import { visible } from '../visible.ts';

/** Everything about the run that is not about single causes. */
export function RunDetails({ summary }: { readonly summary: Summary }) {
  const { header, footer } = summary;
  const notes = [
    ...(footer === undefined ? [] : scoreLines(summary, footer)),
    ...(footer?.baseline == null ? [] : baselineLines(footer.baseline, NO_COLORS)),
    ...(header === undefined ? [] : declaredLines(header)),
    ...otherLines(summary, NO_COLORS).filter((line) => line !== ''),
  ];
  return (
    <>
      {header === undefined ? <p>The log has no header.</p> : <HeaderFacts header={header} />}
      {notes.length === 0 ? null : <pre tabIndex={0}>{notes.join('\n')}</pre>}
    </>
  );
}

function HeaderFacts({ header }: { readonly header: NonNullable<Summary['header']> }) {
  const { suite, spec, run, started, seed, mode, command, inputs, platform, filter, limits, containment } =
    header;
  const facts = [
    ['suite', `${suite.name} ${suite.version}`],
    ['edition', spec],
    ['command', command.length === 0 ? 'a function in the same process' : shellWords(command)],
    ['asked over', `${mode}${inputs.length === 0 ? '' : `, ${inputs.join(' and ')}`}`],
    ['seed', seed ?? 'none'],
    ['only', filter ?? 'everything'],
    [
      'limits',
      Object.entries(limits)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join(', '),
    ],
    ['descendants are ended by', containment ?? 'nothing, since there are none'],
    ['platform', `${platform.os} ${platform.arch}, ${platform.runtime}`],
    ['run', run],
    ['started', started],
  ] as const;
  return (
    <dl class="pair">
      {facts.map(([name, value]) => (
        <>
          <dt key={name}>{name}</dt>
          <dd>{visible(value)}</dd>
        </>
      ))}
    </dl>
  );
}
