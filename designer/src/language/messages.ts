import type bundle from '../locales/bundle.en.json';
import type calendar from '../locales/calendar.en.json';
import type check from '../locales/check.en.json';
import type base from '../locales/en.json';
import type guide from '../locales/guide.en.json';
import type incidents from '../locales/incidents.en.json';
import type law from '../locales/law.en.json';
import type matrix from '../locales/matrix.en.json';
import type sessions from '../locales/sessions.en.json';
import type plain from '../locales/text.en.json';
import type tokens from '../locales/tokens.en.json';
import type trial from '../locales/trial.en.json';
import type work from '../locales/work.en.json';
import type detailWords from './detail-words.en.ts';
import type drawingWords from './drawing-words.en.ts';
import type { Language } from './language.ts';

/** Every key of the catalogues. A missing one does not compile; `catalogues.test.ts` holds the languages equal. */
export type MessageId = Extract<
  | keyof typeof base
  | keyof typeof drawingWords
  | keyof typeof detailWords
  | keyof typeof bundle
  | keyof typeof calendar
  | keyof typeof check
  | keyof typeof law
  | keyof typeof matrix
  | keyof typeof tokens
  | keyof typeof trial
  | keyof typeof guide
  | keyof typeof incidents
  | keyof typeof plain
  | keyof typeof sessions
  | keyof typeof work,
  string
>;

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}

/** The reader's catalogue only: the other two are not fetched. */
export async function loadMessages(language: Language): Promise<Record<MessageId, string>> {
  const own = wordyParts.map((part) => loadPartMessages(part, language));
  const [page, ...brought] = await Promise.all([loadPageMessages(language), ...own]);
  return Object.assign({}, page, ...brought);
}

/** What every page may say; some parts bring their own words. */
export const loadPageMessages = (language: Language): Promise<Record<MessageId, string>> => together(everywhere[language]);

/** A part of the window whose words nobody else needs; `design` are those of everything around a drawing, `details` what is said once somebody looks closer. */
export type WordyPart = (typeof wordyParts)[number];
export const wordyParts = [
  'bundle',
  'calendar',
  'check',
  'design',
  'details',
  'guide',
  'incidents',
  'law',
  'matrix',
  'sessions',
  'text',
  'tokens',
  'trial',
] as const;

export async function loadPartMessages(part: WordyPart, language: Language): Promise<Readonly<Record<string, string>>> {
  return await together([parts[part][language]]);
}

async function together(loads: readonly Load[]): Promise<Record<string, string>> {
  const loaded = await Promise.all(loads.map((load) => load()));
  return Object.assign({}, ...loaded.map((each) => each.default));
}

type Load = () => Promise<{ readonly default: Readonly<Record<string, string>> }>;

const parts: Readonly<Record<WordyPart, Readonly<Record<Language, Load>>>> = {
  bundle: {
    en: () => import('../locales/bundle.en.json', { with: { type: 'json' } }),
    fa: () => import('../locales/bundle.fa.json', { with: { type: 'json' } }),
    pl: () => import('../locales/bundle.pl.json', { with: { type: 'json' } }),
  },
  calendar: {
    en: () => import('../locales/calendar.en.json', { with: { type: 'json' } }),
    fa: () => import('../locales/calendar.fa.json', { with: { type: 'json' } }),
    pl: () => import('../locales/calendar.pl.json', { with: { type: 'json' } }),
  },
  check: {
    en: () => import('../locales/check.en.json', { with: { type: 'json' } }),
    fa: () => import('../locales/check.fa.json', { with: { type: 'json' } }),
    pl: () => import('../locales/check.pl.json', { with: { type: 'json' } }),
  },
  design: {
    en: () => import('./drawing-words.en.ts'),
    fa: () => import('./drawing-words.fa.ts'),
    pl: () => import('./drawing-words.pl.ts'),
  },
  details: {
    en: () => import('./detail-words.en.ts'),
    fa: () => import('./detail-words.fa.ts'),
    pl: () => import('./detail-words.pl.ts'),
  },
  guide: {
    en: () => import('../locales/guide.en.json', { with: { type: 'json' } }),
    fa: () => import('../locales/guide.fa.json', { with: { type: 'json' } }),
    pl: () => import('../locales/guide.pl.json', { with: { type: 'json' } }),
  },
  incidents: {
    en: () => import('../locales/incidents.en.json', { with: { type: 'json' } }),
    fa: () => import('../locales/incidents.fa.json', { with: { type: 'json' } }),
    pl: () => import('../locales/incidents.pl.json', { with: { type: 'json' } }),
  },
  law: {
    en: () => import('../locales/law.en.json', { with: { type: 'json' } }),
    fa: () => import('../locales/law.fa.json', { with: { type: 'json' } }),
    pl: () => import('../locales/law.pl.json', { with: { type: 'json' } }),
  },
  matrix: {
    en: () => import('../locales/matrix.en.json', { with: { type: 'json' } }),
    fa: () => import('../locales/matrix.fa.json', { with: { type: 'json' } }),
    pl: () => import('../locales/matrix.pl.json', { with: { type: 'json' } }),
  },
  text: {
    en: () => import('../locales/text.en.json', { with: { type: 'json' } }),
    fa: () => import('../locales/text.fa.json', { with: { type: 'json' } }),
    pl: () => import('../locales/text.pl.json', { with: { type: 'json' } }),
  },
  tokens: {
    en: () => import('../locales/tokens.en.json', { with: { type: 'json' } }),
    fa: () => import('../locales/tokens.fa.json', { with: { type: 'json' } }),
    pl: () => import('../locales/tokens.pl.json', { with: { type: 'json' } }),
  },
  sessions: {
    en: () => import('../locales/sessions.en.json', { with: { type: 'json' } }),
    fa: () => import('../locales/sessions.fa.json', { with: { type: 'json' } }),
    pl: () => import('../locales/sessions.pl.json', { with: { type: 'json' } }),
  },
  trial: {
    en: () => import('../locales/trial.en.json', { with: { type: 'json' } }),
    fa: () => import('../locales/trial.fa.json', { with: { type: 'json' } }),
    pl: () => import('../locales/trial.pl.json', { with: { type: 'json' } }),
  },
};

const everywhere: Readonly<Record<Language, readonly Load[]>> = {
  en: [() => import('../locales/en.json', { with: { type: 'json' } }), () => import('../locales/work.en.json', { with: { type: 'json' } })],
  fa: [() => import('../locales/fa.json', { with: { type: 'json' } }), () => import('../locales/work.fa.json', { with: { type: 'json' } })],
  pl: [() => import('../locales/pl.json', { with: { type: 'json' } }), () => import('../locales/work.pl.json', { with: { type: 'json' } })],
};
