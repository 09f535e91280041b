/**
 * The script of the HTML report. The page is complete without it; it finds, filters, moves and copies. What it shows
 * stands in the address, so a link opens the same view: `#q=gpu&state=failed&at=cause-0123456789ab`.
 */

interface View {
  /** The words to find, in lower case. */
  readonly q: string;
  /** The only state to show; empty for all. */
  readonly state: string;
  /** The id of the element that is open; empty for none. */
  readonly at: string;
}

const search = byId('search', HTMLInputElement);
const state = byId('state', HTMLSelectElement);
const help = byId('help', HTMLDialogElement);
const found = byId('found', HTMLElement);
const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
/** The text of each item, read when something is first searched. */
let texts: readonly string[] | undefined;
let view: View = { q: '', state: '', at: '' };

function byId<Kind extends HTMLElement>(id: string, kind: abstract new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}

/** Reads the view from the address. A plain anchor opens what it names. */
function viewOf(hash: string): View {
  const text = hash.replace(/^#/, '');
  if (!text.includes('=')) return { q: '', state: '', at: text };
  const values = new URLSearchParams(text);
  return { q: values.get('q') ?? '', state: values.get('state') ?? '', at: values.get('at') ?? '' };
}

function hashOf({ q, state: only, at }: View): string {
  const values = new URLSearchParams();
  if (q !== '') values.set('q', q);
  if (only !== '') values.set('state', only);
  if (at !== '') values.set('at', at);
  return values.size === 0 ? '' : `#${values.toString()}`;
}

/** Shows a view. `where` tells whether to move to what is open. */
function show(next: View, where: 'move' | 'stay'): void {
  view = next;
  if (search.value !== next.q) search.value = next.q;
  if (state.value !== next.state) state.value = next.state;
  filter(next);
  if (where === 'move') open(next.at);
}

function filter({ q, state: only }: View): void {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const isAll = words.length === 0 && only === '';
  if (!isAll) texts ??= items.map((item) => item.textContent.toLowerCase());
  let count = 0;
  for (const [index, item] of items.entries()) {
    const text = texts?.[index] ?? '';
    const isWanted =
      isAll ||
      (words.every((word) => text.includes(word)) && (only === '' || item.dataset['state'] === only));
    // A sentence of the page stays in its line, so it is only made quiet.
    item.classList.toggle(item.tagName === 'A' ? 'quiet' : 'none', !isWanted);
    if (isWanted && item.tagName !== 'A') count += 1;
  }
  found.textContent = isAll ? '' : count === 1 ? '1 entry' : `${count} entries`;
}

function open(id: string): void {
  for (const each of document.querySelectorAll('.at')) each.classList.remove('at');
  const element = id === '' ? null : document.getElementById(id);
  if (element === null) return;
  if (element instanceof HTMLDetailsElement) element.open = true;
  element.classList.add('at');
  element.classList.remove('none');
  element.scrollIntoView({ block: 'start' });
  focus(element);
}

function focus(element: HTMLElement): void {
  const target = element.querySelector<HTMLElement>(':scope > summary') ?? element;
  target.focus({ preventScroll: true });
}

/** Writes the view into the address. Typing replaces the last one, so that going back leaves the search. */
function remember(how: 'push' | 'replace'): void {
  const url = hashOf(view) || location.pathname + location.search;
  if (how === 'push') history.pushState(null, '', url);
  else history.replaceState(null, '', url);
}

function change(part: Partial<View>, how: 'push' | 'replace', where: 'move' | 'stay' = 'stay'): void {
  show({ ...view, ...part }, where);
  remember(how);
}

/** Moves the focus to the next item that is shown, or to the one before. */
function step(by: 1 | -1): void {
  const shown = items.filter((item) => item.tagName !== 'A' && item.offsetParent !== null);
  const active = document.activeElement;
  const at = shown.findIndex((item) => item === active || item.contains(active));
  const next = shown[at < 0 ? (by === 1 ? 0 : shown.length - 1) : at + by];
  if (next === undefined) return;
  next.scrollIntoView({ block: 'nearest' });
  focus(next);
}

function pressed(event: KeyboardEvent): void {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.ctrlKey || event.metaKey || event.altKey || (isTyping && event.key !== 'Escape')) return;
  switch (event.key) {
    case '/':
      search.focus();
      search.select();
      break;
    case 'j':
    case 'ArrowDown':
      step(1);
      break;
    case 'k':
    case 'ArrowUp':
      step(-1);
      break;
    case '?':
      if (!help.open) help.showModal();
      break;
    case 'Escape':
      if (help.open) return;
      search.blur();
      change({ q: '', state: '' }, 'push');
      break;
    default:
      return;
  }
  event.preventDefault();
}

async function copy(button: HTMLElement, text: string): Promise<void> {
  const label = button.textContent;
  button.textContent = (await isCopied(text)) ? 'Copied' : 'The browser does not allow it';
  setTimeout(() => {
    button.textContent = label;
  }, 1500);
}

async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function clicked(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLElement>('button.copy');
  if (button !== null) {
    const { copy: json, link } = button.dataset;
    const text =
      json === undefined
        ? `${location.href.split('#')[0] ?? ''}#at=${link ?? ''}`
        : (JSON.parse(json) as string);
    void copy(button, text);
    return;
  }
  const anchor = event.target.closest<HTMLAnchorElement>('a[href^="#"]');
  if (
    anchor === null ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    anchor.classList.contains('skip')
  )
    return;
  event.preventDefault();
  change({ at: anchor.hash.slice(1) }, 'push', 'move');
}

/** An opened cause stands in the address, so that its link is at hand. */
function toggled(event: Event): void {
  const { target } = event;
  if (!(target instanceof HTMLDetailsElement) || target.id === '') return;
  if (target.open && view.at !== target.id) {
    view = { ...view, at: target.id };
    remember('replace');
  } else if (!target.open && view.at === target.id) {
    view = { ...view, at: '' };
    remember('replace');
  }
}

document.documentElement.classList.add('js');
search.addEventListener('input', () => {
  change({ q: search.value, at: '' }, 'replace');
});
state.addEventListener('change', () => {
  change({ state: state.value }, 'push');
});
byId('keys', HTMLButtonElement).addEventListener('click', () => {
  help.showModal();
});
document.addEventListener('keydown', pressed);
document.addEventListener('click', clicked);
document.addEventListener('toggle', toggled, true);
addEventListener('popstate', () => {
  show(viewOf(location.hash), 'move');
});
addEventListener('hashchange', () => {
  show(viewOf(location.hash), 'move');
});
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('#causes ~ details.card'))
    details.open = true;
});
show(viewOf(location.hash), 'move');
document.documentElement.dataset['ready'] = 'true';
