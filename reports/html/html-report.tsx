import type { ReportContext } from '../format.ts';
import { scopeText } from '../scope.ts';
import { shown } from '../visible.ts';
import type { Summary } from '../summary.ts';
import { Causes } from './causes.tsx';
import { FixNext } from './fix-next.tsx';
import { htmlPage } from './page.tsx';
import { ReferencePage } from './reference-page.tsx';
import { Requirements } from './requirements.tsx';
import { RunDetails } from './run-details.tsx';
import { Toolbar } from './toolbar.tsx';
import { Topics } from './topics.tsx';
import { VerdictSection, whoText } from './verdict-section.tsx';

/** Renders a report as one HTML file, complete without its script, which only searches, filters, navigates and copies. */
export function renderHtml(summary: Summary, context: ReportContext): string {
  const { spec } = context;
  const { header, verdict } = summary;
  return htmlPage({
    title: `${shown(whoText(summary))}: ${verdict.grade}${scopeText(header ?? {})}`,
    body: (
      <>
        <a class="skip" href="#main">
          Skip to the verdict
        </a>
        <header class="top">
          <span class="mark">dstack-conformance</span>
          <span class="quiet">{spec?.title ?? header?.spec}</span>
          <Contents summary={summary} spec={spec} />
        </header>
        <main id="main" tabIndex={-1}>
          <VerdictSection summary={summary} />
          <FixNext summary={summary} />
          <Topics summary={summary} spec={spec} />
          <Toolbar summary={summary} />
          <Causes summary={summary} context={context} />
          <Requirements summary={summary} spec={spec} />
          <ReferencePage summary={summary} spec={spec} />
          <RunDetails summary={summary} />
        </main>
        <footer class="bottom quiet">
          Made by{' '}
          {header === undefined ? 'dstack-conformance' : `${header.suite.name} ${header.suite.version}`} from
          an event log. Every figure follows from its cases.
        </footer>
      </>
    ),
  });
}

/** Links to the sections that the report has. */
function Contents({ summary, spec }: { readonly summary: Summary; readonly spec: ReportContext['spec'] }) {
  const { causes, listed, topics, requirements } = summary;
  const hasPage = spec !== undefined && spec.page.length > 0 && requirements.size > 0;
  const links: readonly (readonly [string, string, boolean])[] = [
    ['verdict', 'Verdict', true],
    ['fix-next', 'Fix next', causes.length > 0],
    ['topics', 'Topics', topics.size > 0],
    ['causes', 'Causes', causes.length + listed.length > 0],
    ['requirements', 'Requirements', requirements.size > 0],
    ['page', 'Reference page', hasPage],
    ['run', 'Run', true],
  ];
  return (
    <nav aria-label="Sections">
      <ul>
        {links
          .filter(([, , isThere]) => isThere)
          .map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
