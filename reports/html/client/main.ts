import { listenToKeys } from './keys.ts';
import { listenToCopies } from './copy.ts';
import { readAddress } from './address.ts';
import { showAddress, listenToFilters } from './view.ts';

for (const element of document.querySelectorAll<HTMLElement>('[data-script], .copy')) element.hidden = false;
listenToFilters();
listenToKeys();
listenToCopies();
window.addEventListener('hashchange', () => {
  showAddress(readAddress(location.hash));
});
// Opening everything for the printer shows what is folded on the screen.
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('.cause:not([hidden])'))
    details.open = true;
});
showAddress(readAddress(location.hash));
