import type design from '../locales/design.en.json';
import type base from '../locales/en.json';
import type forms from '../locales/forms.en.json';
import type map from '../locales/map.en.json';
import type work from '../locales/work.en.json';
import type { Language } from './language.ts';

/** Every key of the catalogues. A missing one does not compile; `catalogues.test.ts` holds the languages equal. */
export type MessageId = Extract<
  keyof typeof base | keyof typeof design | keyof typeof forms | keyof typeof map | keyof typeof work,
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
  const parts = await Promise.all(catalogues[language].map((load) => load()));
  return Object.assign({}, ...parts.map((part) => part.default));
}

const catalogues: Readonly<
  Record<
    Language,
    readonly (() => Promise<{
      readonly default: Readonly<Record<string, string>>;
    }>)[]
  >
> = {
  en: [
    () => import('../locales/en.json', { with: { type: 'json' } }),
    () => import('../locales/work.en.json', { with: { type: 'json' } }),
    () => import('../locales/design.en.json', { with: { type: 'json' } }),
    () => import('../locales/forms.en.json', { with: { type: 'json' } }),
    () => import('../locales/map.en.json', { with: { type: 'json' } }),
  ],
  fa: [
    () => import('../locales/fa.json', { with: { type: 'json' } }),
    () => import('../locales/work.fa.json', { with: { type: 'json' } }),
    () => import('../locales/design.fa.json', { with: { type: 'json' } }),
    () => import('../locales/forms.fa.json', { with: { type: 'json' } }),
    () => import('../locales/map.fa.json', { with: { type: 'json' } }),
  ],
  pl: [
    () => import('../locales/pl.json', { with: { type: 'json' } }),
    () => import('../locales/work.pl.json', { with: { type: 'json' } }),
    () => import('../locales/design.pl.json', { with: { type: 'json' } }),
    () => import('../locales/forms.pl.json', { with: { type: 'json' } }),
    () => import('../locales/map.pl.json', { with: { type: 'json' } }),
  ],
};
