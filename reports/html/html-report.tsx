import type { ComponentChildren } from 'preact';
import type { ReportContext } from '../format.ts';
import { scopeText } from '../scope.ts';
import type { Summary } from '../summary.ts';
import { clientScript } from './client-script.ts';
import { Causes, FixNext } from './causes.tsx';
import { Help, Toolbar } from './toolbar.tsx';
import { htmlPage } from './page.tsx';
import { PageMap } from './page-map.tsx';
import { Requirements } from './requirements.tsx';
import { RunDetails } from './run-details.tsx';
import { Topics } from './topics.tsx';
import { VerdictSection, whoIn } from './verdict.tsx';

/** Renders a report as one HTML file, complete without script. */
export function renderHtml(summary: Summary, context: ReportContext): string {
  return htmlPage({
    title: `${whoIn(summary)}: ${summary.verdict.grade}${scopeText(summary.header ?? {})}`,
    body: <Report summary={summary} context={context} />,
    script: clientScript(),
  });
}

function Report({ summary, context }: { readonly summary: Summary; readonly context: ReportContext }) {
  const { causes, listed } = summary;
  const page = context.spec?.page ?? [];
  return (
    <>
      <a class="skip" href="#main">
        Skip to the report
      </a>
      <header class="top">
        <h1>Conformance of {whoIn(summary)}</h1>
        <VerdictSection summary={summary} />
      </header>
      <Toolbar summary={summary} hasPage={page.length > 0} />
      <main id="main" tabIndex={-1}>
        {causes.length === 0 ? null : (
          <Section id="fix-next" title="Fix next">
            <FixNext summary={summary} />
          </Section>
        )}
        <Section id="topics" title="Topics">
          <Topics summary={summary} />
        </Section>
        <Section id="causes" title="Causes of failures">
          {causes.length === 0 ? (
            <p>Nothing failed{listed.length === 0 ? '' : ' that the baseline does not list'}.</p>
          ) : null}
          <Causes causes={causes} state="failed" summary={summary} context={context} />
          {listed.length === 0 ? null : <h3>Known failures, as the baseline lists them</h3>}
          <Causes causes={listed} state="listed" summary={summary} context={context} />
        </Section>
        <Section id="requirements" title="Requirements">
          <Requirements summary={summary} />
        </Section>
        {page.length === 0 ? null : (
          <Section id="page" title="The reference page">
            <PageMap summary={summary} page={page} />
          </Section>
        )}
        <Section id="run" title="The run">
          <RunDetails summary={summary} />
        </Section>
      </main>
      <footer>
        Made by dstack-conformance from an event log. Every grade is about the cases that were asked, and
        about nothing else.
      </footer>
      <Help />
    </>
  );
}

function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
