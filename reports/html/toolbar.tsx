import type { RequirementState } from '../requirement-summary.ts';
import type { Summary } from '../summary.ts';
import { STATES } from './state.tsx';

/** Leads to the sections, and with script finds and filters what the report holds. */
export function Toolbar({ summary, hasPage }: { readonly summary: Summary; readonly hasPage: boolean }) {
  const links = [
    ...(summary.causes.length === 0 ? [] : [['fix-next', 'Fix next'] as const]),
    ['topics', 'Topics'],
    ['causes', 'Causes'],
    ['requirements', 'Requirements'],
    ...(hasPage ? [['page', 'Page'] as const] : []),
    ['run', 'Run'],
  ] as const;
  const present = new Set([...summary.requirements.values()].map(({ state }) => state));
  const states = (Object.keys(STATES) as RequirementState[]).filter((state) => present.has(state));
  return (
    <div class="bar">
      <div>
        <nav aria-label="Sections">
          {links.map(([id, name]) => (
            <a key={id} href={`#${id}`}>
              {name}
            </a>
          ))}
        </nav>
        <search class="find" aria-label="Find in the report">
          <label for="search" class="hidden">
            Search causes, requirements and the page
          </label>
          <input id="search" type="search" placeholder="Search  /" autocomplete="off" spellcheck={false} />
          <label for="state" class="hidden">
            Show only one state
          </label>
          <select id="state">
            <option value="">all states</option>
            {states.map((state) => (
              <option key={state} value={state}>
                {STATES[state].word}
              </option>
            ))}
          </select>
          <button type="button" id="keys" aria-label="Keys">
            ?
          </button>
          <span id="found" role="status" class="quiet" />
        </search>
      </div>
    </div>
  );
}

const KEYS = [
  ['/', 'search'],
  ['j or ↓', 'next entry'],
  ['k or ↑', 'entry before'],
  ['Enter', 'open or close a cause'],
  ['Escape', 'clear the search, or close this'],
  ['?', 'these keys'],
] as const;

/** The keys of the page, which a button and the key `?` show. */
export function Help() {
  return (
    <dialog id="help" aria-labelledby="help-title">
      <h2 id="help-title">Keys</h2>
      <dl class="pair">
        {KEYS.map(([key, what]) => (
          <>
            <dt key={key}>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </>
        ))}
      </dl>
      <form method="dialog">
        <button>Close</button>
      </form>
    </dialog>
  );
}
