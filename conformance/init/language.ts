/** The languages that there are adapters to start from. */
export const LANGUAGES = ['go', 'javascript', 'python', 'rust', 'shell', 'typescript'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Other names that people use. */
const NICKNAMES: ReadonlyMap<string, Language> = new Map([
  ['golang', 'go'],
  ['js', 'javascript'],
  ['node', 'javascript'],
  ['py', 'python'],
  ['python3', 'python'],
  ['rs', 'rust'],
  ['bash', 'shell'],
  ['sh', 'shell'],
  ['jq', 'shell'],
  ['ts', 'typescript'],
]);

/** Returns the language of that name, in any case; undefined if there is none. */
export function languageNamed(name: string): Language | undefined {
  const wanted = name.toLowerCase();
  return NICKNAMES.get(wanted) ?? LANGUAGES.find((language) => language === wanted);
}
