/** Milliseconds for which a button says that it copied. */
const SHOWN = 1600;

export function listenToCopies(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('.copy') : null;
    if (button !== null) void copyFor(button);
  });
}

async function copyFor(button: HTMLElement): Promise<void> {
  const name = button.dataset['name'] ?? button.textContent;
  button.dataset['name'] = name;
  const isCopied = await copy(textFor(button));
  button.textContent = isCopied ? 'Copied' : 'Not allowed';
  announce(isCopied ? `${name}: copied` : `${name}: the browser did not allow it`);
  setTimeout(() => {
    button.textContent = name;
  }, SHOWN);
}

function textFor({ dataset }: HTMLElement): string {
  if (dataset['link'] !== undefined) return `${location.href.split('#')[0] ?? ''}#${dataset['link']}`;
  if (dataset['from'] !== undefined) return document.getElementById(dataset['from'])?.textContent ?? '';
  return String(JSON.parse(dataset['copy'] ?? '""'));
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Says to those who can't see the button what happened. */
function announce(text: string): void {
  const line = document.getElementById('announcement');
  if (line !== null) line.textContent = text;
}
