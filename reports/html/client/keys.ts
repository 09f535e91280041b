import { clearFilters, makeCurrent, shownItems } from './view.ts';

/** Lets the page be read with the keyboard alone. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target instanceof Element && event.target.matches('input, select, textarea');
    if (event.key === 'Escape') escape(isTyping);
    else if (isTyping || !act(event)) return;
    event.preventDefault();
  });
  keysButton()?.addEventListener('click', toggleKeys);
}

/** Does what a key asks for. Returns whether it asks for anything. */
function act({ key, target }: KeyboardEvent): boolean {
  switch (key) {
    case '/':
      searchField()?.focus();
      return true;
    case 'j':
      move(1);
      return true;
    case 'k':
      move(-1);
      return true;
    case 'ArrowDown':
      return isInItem(target) && (move(1), true);
    case 'ArrowUp':
      return isInItem(target) && (move(-1), true);
    case '?':
      toggleKeys();
      return true;
    default:
      return false;
  }
}

/** Arrows scroll the page as always, until an item has the focus. */
function isInItem(target: EventTarget | null): boolean {
  return (
    target instanceof Element && (target.matches('[data-item]') || target.matches('[data-item] > summary'))
  );
}

function move(step: 1 | -1): void {
  const items = shownItems();
  const at = items.findIndex((item) => item.classList.contains('current'));
  const next = items[at === -1 ? (step === 1 ? 0 : items.length - 1) : at + step];
  if (next === undefined) return;
  makeCurrent(next);
  next.scrollIntoView({ block: 'nearest' });
}

/** Leaves the search; closes the keys, or the open cause; or clears the filters. One thing at a time. */
function escape(isTyping: boolean): void {
  const keys = document.getElementById('keys');
  const open = document.querySelector<HTMLDetailsElement>('details.cause.current[open]');
  if (isTyping && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  else if (keys?.hidden === false) toggleKeys();
  else if (open !== null) open.open = false;
  else clearFilters();
}

function toggleKeys(): void {
  const keys = document.getElementById('keys');
  if (keys === null) return;
  keys.hidden = !keys.hidden;
  keysButton()?.setAttribute('aria-expanded', String(!keys.hidden));
  if (!keys.hidden) keys.scrollIntoView({ block: 'nearest' });
}

function keysButton(): HTMLElement | null {
  return document.getElementById('keys-button');
}

function searchField(): HTMLInputElement | null {
  return document.querySelector('#filters input[name=q]');
}
