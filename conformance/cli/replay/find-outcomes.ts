import type { Colors } from '../../../reports/colors.ts';
import { jsonReport } from '../../../reports/json/json.ts';
import type { Summary } from '../../../reports/summary.ts';
import { reportBody, type Detail } from '../../../reports/terminal/report.ts';
import { shown, visible } from '../../../reports/visible.ts';
import type { SavedFind } from '../../corpus/corpus.ts';
import { outcomeOfFind, type FindOutcome } from '../../corpus/find-outcome.ts';
import { testOfFind } from '../../corpus/find.ts';
import { describeOutcome, type CaseResult } from '../../judge/outcome.ts';

/** The order in which outcomes are told, the worst first. */
const OUTCOMES = ['still fails', 'fails otherwise', 'not supported', 'not asked', 'fixed'] as const;

interface Settled extends SavedFind {
  readonly outcome: FindOutcome;
  readonly result: CaseResult | undefined;
}

/** The outcomes of finds that are asked again. These make no grade, because finds are no whole of anything. */
export class FindOutcomes {
  readonly #finds: readonly SavedFind[];
  readonly #results = new Map<string, CaseResult>();

  constructor(finds: readonly SavedFind[]) {
    this.#finds = finds;
  }

  add(result: CaseResult): void {
    this.#results.set(result.test.id, result);
  }

  /** Renders the outcomes, one line for all and one for each find, and how the program fails. */
  text(summary: Summary, detail: Detail, colors: Colors): string {
    const settled = this.#settled();
    const first = `${sumText(settled, colors)}${reasonText(summary)}`;
    if (detail === 'quiet') return `${first}\n`;
    return `${[first, '', ...settled.map((each) => findLine(each, colors)), '', ...reportBody(summary, detail, colors)].join('\n')}\n`;
  }

  json(summary: Summary): object {
    const finds = this.#settled().map(({ path, outcome, result }) => ({
      path,
      outcome,
      case: result?.test.id ?? null,
    }));
    return { finds, report: jsonReport(summary) };
  }

  #settled(): Settled[] {
    const settled = this.#finds.map(({ path, find }) => {
      const result = this.#results.get(testOfFind(find).id);
      return { path, find, result, outcome: outcomeOfFind(find, result) };
    });
    return OUTCOMES.flatMap((outcome) => settled.filter((each) => each.outcome === outcome));
  }
}

function sumText(settled: readonly Settled[], colors: Colors): string {
  const counts = OUTCOMES.map(
    (outcome) => [outcome, settled.filter((each) => each.outcome === outcome).length] as const,
  );
  const parts = counts
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => colors.bold(painted(outcome, `${count} ${outcome}`, colors)));
  return `${settled.length === 1 ? '1 find' : `${settled.length} finds`}: ${parts.join(', ')}`;
}

/** Says why finds were not asked, where the run did not come to its end. */
function reasonText({ footer }: Summary): string {
  const why = footer?.diagnosis ?? undefined;
  return why === undefined ? '' : ` (${visible(why)})`;
}

function findLine({ path, find, outcome, result }: Settled, colors: Colors): string {
  const { kind, path: place } = find.failure;
  const was = `${kind}${place === '' ? '' : ` at ${shown(place)}`}`;
  const now =
    outcome === 'fails otherwise' && result !== undefined
      ? `; now ${shown(describeOutcome(result.outcome))}`
      : '';
  return `${painted(outcome, outcome.padEnd(WIDTH), colors)}  ${visible(path)}  ${colors.dim(`${was}${now}`)}`;
}

const WIDTH = Math.max(...OUTCOMES.map((outcome) => outcome.length));

function painted(outcome: FindOutcome, text: string, colors: Colors): string {
  switch (outcome) {
    case 'fixed':
      return colors.green(text);
    case 'still fails':
    case 'fails otherwise':
      return colors.red(text);
    case 'not supported':
    case 'not asked':
      return colors.yellow(text);
  }
}
