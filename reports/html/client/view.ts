import { FILTERS, NOWHERE, readAddress, writeAddress, type Address } from './address.ts';

/** The causes and requirements that can be searched. They never change. */
const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];

const texts = new Map<HTMLElement, string>();

/** Milliseconds after the last key until a search is written into the address. */
const PAUSE = 250;

/** Shows what an address says. */
export function showAddress(address: Address): void {
  fillForm(address);
  applyFilters(address);
  reveal(address.anchor);
}

/** Changes a part of the address and shows it. */
export function goTo(change: Partial<Address>): void {
  const address = { ...readAddress(location.hash), ...change };
  replaceAddress(address);
  applyFilters(address);
}

/** Returns the items that are shown, in the order of the page. */
export function shownItems(): readonly HTMLElement[] {
  return items.filter((item) => !item.hidden);
}

export function clearFilters(): void {
  const { anchor } = readAddress(location.hash);
  const address = { ...NOWHERE, anchor };
  fillForm(address);
  goTo(address);
}

/** Applies filters as they are chosen. */
export function listenToFilters(): void {
  const form = filterForm();
  let timer = 0;
  form?.addEventListener('input', () => {
    const address = { ...readAddress(location.hash), ...formValues(form) };
    applyFilters(address);
    clearTimeout(timer);
    timer = setTimeout(() => {
      replaceAddress(address);
    }, PAUSE);
  });
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form?.addEventListener('reset', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    clearFilters();
  });
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details.cause'))
    details.addEventListener('toggle', () => {
      noteToggle(details);
    });
}

/** A cause that was opened is in the address from then on, and one that was closed is no longer. */
function noteToggle(details: HTMLDetailsElement): void {
  const address = readAddress(location.hash);
  if (details.open && isInPrint()) return;
  if (details.open) replaceAddress({ ...address, anchor: details.id });
  else if (address.anchor === details.id) replaceAddress({ ...address, anchor: '' });
}

function isInPrint(): boolean {
  return matchMedia('print').matches;
}

function replaceAddress(address: Address): void {
  const hash = writeAddress(address);
  history.replaceState(null, '', hash === '' ? location.href.split('#')[0] : `#${hash}`);
}

function applyFilters(address: Address): void {
  const words = address.q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  for (const item of items) item.hidden = !isMatch(item, address, words);
  for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
    group.hidden = group.querySelector('[data-item]:not([hidden])') === null;
  document.body.dataset['view'] = address.view;
  showCounts(words.length > 0 || address.state !== '' || address.level !== '');
}

function isMatch(item: HTMLElement, { state, level }: Address, words: readonly string[]): boolean {
  if (state !== '' && item.dataset['state'] !== state) return false;
  if (level !== '' && item.dataset['level'] !== level) return false;
  return words.length === 0 || words.every((word) => textOf(item).includes(word));
}

function textOf(item: HTMLElement): string {
  const known = texts.get(item);
  if (known !== undefined) return known;
  const text = item.textContent.toLowerCase();
  texts.set(item, text);
  return text;
}

function showCounts(isFiltered: boolean): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-counts]')) {
    const its = items.filter((item) => item.dataset['item'] === line.dataset['counts']);
    const shown = its.filter((item) => !item.hidden).length;
    line.textContent = isFiltered ? `${shown} of ${its.length} shown` : '';
  }
}

/** Opens an element and what it is in, and brings it into view. */
function reveal(anchor: string): void {
  const target = anchor === '' ? null : document.getElementById(anchor);
  if (target === null) return;
  target.hidden = false;
  for (let at: HTMLElement | null = target; at !== null; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
    if (at.matches('[data-group]')) at.hidden = false;
  }
  target.scrollIntoView();
  makeCurrent(target);
}

/** Marks an item as the current one, and focuses it. */
export function makeCurrent(target: HTMLElement): void {
  for (const old of document.querySelectorAll('.current')) old.classList.remove('current');
  if (!target.matches('[data-item]')) return;
  target.classList.add('current');
  (target.querySelector<HTMLElement>(':scope > summary') ?? target).focus({ preventScroll: true });
}

function fillForm(address: Address): void {
  const form = filterForm();
  for (const name of FILTERS) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = address[name];
  }
}

function formValues(form: HTMLFormElement): Partial<Address> {
  const data = new FormData(form);
  return Object.fromEntries(
    FILTERS.map((name) => {
      const value = data.get(name);
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
}

function filterForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('#filters');
}
