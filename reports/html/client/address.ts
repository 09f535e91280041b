/** What the address says: which element is open, and which causes and requirements are shown. */
export interface Address {
  /** The id of an element; empty for none. */
  readonly anchor: string;
  readonly q: string;
  readonly state: string;
  readonly level: string;
  /** The notation of documents; empty for all. */
  readonly view: string;
}

export const FILTERS = ['q', 'state', 'level', 'view'] as const;

export const NOWHERE: Address = { anchor: '', q: '', state: '', level: '', view: '' };

/** Reads the part of a link after `#`. An anchor alone is a link that works without script too. */
export function readAddress(hash: string): Address {
  const text = hash.replace(/^#/, '');
  const end = text.indexOf('?');
  const params = new URLSearchParams(end === -1 ? '' : text.slice(end + 1));
  return {
    anchor: decoded(end === -1 ? text : text.slice(0, end)),
    q: params.get('q') ?? '',
    state: params.get('state') ?? '',
    level: params.get('level') ?? '',
    view: params.get('view') ?? '',
  };
}

/** Writes the part of a link after `#`. */
export function writeAddress(address: Address): string {
  const params = new URLSearchParams();
  for (const name of FILTERS) if (address[name] !== '') params.set(name, address[name]);
  const query = params.toString();
  return `${encodeURI(address.anchor)}${query === '' ? '' : `?${query}`}`;
}

/** A link that somebody cut may end in half an escape. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
