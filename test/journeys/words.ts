import { readdirSync, readFileSync } from 'node:fs';

export const languages = ['en', 'fa', 'pl'] as const;
export type Language = (typeof languages)[number];
export type Text = Readonly<Record<string, string>>;

export const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const catalogues = new Map<string, Readonly<Record<string, string>>>();

/** The window's own words in one language, by their id. */
export function catalogue(language: Language): Readonly<Record<string, string>> {
  const known = catalogues.get(language);
  if (known) return known;
  const files = readdirSync(new URL('../../designer/src/locales', import.meta.url))
    .filter((file) => file === `${language}.json` || file.endsWith(`.${language}.json`))
    .map((file) => read(`designer/src/locales/${file}`));
  const words = Object.fromEntries(files.flatMap((file) => Object.entries(file as Record<string, string>)));
  catalogues.set(language, words);
  return words;
}

/** A sentence without facts, as the page says it. */
export function say(language: Language, id: string): string {
  const words = catalogue(language)[id];
  if (words === undefined || /[{<]/.test(words)) throw new Error(`${id} is no plain sentence of ${language}`);
  return words;
}

export interface Procedure {
  readonly title: Text;
  readonly data: Readonly<
    Record<string, { readonly title: Text; readonly options?: readonly { readonly value: unknown; readonly title: Text }[] }>
  >;
  readonly events: Readonly<Record<string, { readonly label: Text }>>;
  readonly letters: Readonly<Record<string, { readonly title: Text }>>;
}

export const starter = read('definitions/src/processes/starter.json') as Procedure;
export const complaint = read('definitions/src/processes/complaint.json') as Procedure;
export const escalation = read('definitions/src/processes/escalation.json') as Procedure;
export const externalDispute = read('definitions/src/processes/external-dispute.json') as Procedure;

export const textIn = (text: Text | undefined, language: Language): string => {
  const words = text?.[language];
  if (words === undefined) throw new Error(`no words in ${language}: ${JSON.stringify(text)}`);
  return words;
};
