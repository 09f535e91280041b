import { Changes, PageFrame } from '../compare/html.tsx';
import { htmlPage } from '../html/page.tsx';
import { COLUMNS, rowOf } from './rows.ts';
import { TrendPicture } from './svg.tsx';
import type { Trend } from './trend.ts';

/** Renders a trend as one HTML file: the picture, the runs, and what changed between neighbours. */
export function trendPage(trend: Trend): string {
  const { points, report } = trend;
  const grade = points.at(-1)?.run.summary.verdict.grade ?? 'incomplete';
  const title = `${grade} after ${points.length} runs`;
  return htmlPage({
    title,
    body: (
      <PageFrame title={title} isBad={grade === 'non-conformant' || grade === 'incomplete'}>
        <section id="runs" aria-labelledby="runs-title">
          <h2 id="runs-title">Runs</h2>
          <TrendPicture trend={trend} />
          <table class="topics">
            <thead>
              <tr>
                {COLUMNS.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((point, at) => (
                <Row key={at} cells={rowOf(point)} />
              ))}
            </tbody>
          </table>
        </section>
        {report.comparisons.map((each, at) => (
          <Changes key={at} comparison={each} runs={report.runs} />
        ))}
      </PageFrame>
    ),
  });
}

function Row({ cells: [name, ...others] }: { readonly cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      {others.map((text, at) => (
        <td key={at}>{text}</td>
      ))}
    </tr>
  );
}
