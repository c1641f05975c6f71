import actions from '../locales/actions.fa.json' with { type: 'json' };
import compare from '../locales/compare.fa.json' with { type: 'json' };
import details from '../locales/details.fa.json' with { type: 'json' };
import forms from '../locales/forms.fa.json' with { type: 'json' };
import letters from '../locales/letters.fa.json' with { type: 'json' };
import proof from '../locales/proof.fa.json' with { type: 'json' };
import review from '../locales/review.fa.json' with { type: 'json' };
import skeleton from '../locales/skeleton.fa.json' with { type: 'json' };
import tables from '../locales/tables.fa.json' with { type: 'json' };
import when from '../locales/when.fa.json' with { type: 'json' };
import who from '../locales/who.fa.json' with { type: 'json' };
import type english from './detail-words.en.ts';

/** The same as in English: `detail-words.en.ts`. */
export default {
  ...actions,
  ...compare,
  ...details,
  ...forms,
  ...letters,
  ...proof,
  ...review,
  ...skeleton,
  ...tables,
  ...when,
  ...who,
} satisfies Readonly<Record<keyof typeof english, string>>;
