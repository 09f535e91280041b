import type { Summary } from '../summary.ts';
import { MARKS, STATES } from './state-mark.tsx';

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['j or ↓', 'next cause or requirement'],
  ['k or ↑', 'the one before'],
  ['Enter', 'open or close the cause'],
  ['Escape', 'leave the search, close, clear the filters'],
  ['?', 'show or hide these keys'],
];

/** Search and filters. They need the script, and without it they are hidden. */
export function Toolbar({ summary: { requirements } }: { readonly summary: Summary }) {
  const states = STATES.filter((state) => [...requirements.values()].some((each) => each.state === state));
  return (
    <search class="toolbar" aria-label="Causes and requirements" hidden data-script>
      <form id="filters">
        <label class="search">
          <span class="sr">Search causes and requirements</span>
          <input
            type="search"
            name="q"
            placeholder="Search causes and requirements"
            autocomplete="off"
            spellcheck={false}
          />
          <kbd aria-hidden="true">/</kbd>
        </label>
        <Choice
          name="state"
          label="State"
          all="any state"
          options={states.map((state) => [state, MARKS[state].word])}
        />
        <Choice
          name="level"
          label="Level"
          all="any level"
          options={[
            ['documented', 'documented'],
            ['observed', 'observed'],
          ]}
        />
        <Choice
          name="view"
          label="Documents"
          all="YAML and JSON"
          options={[
            ['yaml', 'YAML'],
            ['json', 'JSON'],
          ]}
        />
        <button type="reset">Clear</button>
        <button type="button" id="keys-button" aria-expanded="false" aria-controls="keys">
          Keys
        </button>
      </form>
      <dl id="keys" class="keys" hidden>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="sr" role="status" id="announcement"></p>
    </search>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly options: readonly (readonly [string, string])[];
}

function Choice({ name, label, all, options }: ChoiceProps) {
  return (
    <label class="choice">
      <span class="sr">{label}</span>
      <select name={name}>
        <option value="">{all}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
