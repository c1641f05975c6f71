import actions from '../locales/actions.pl.json' with { type: 'json' };
import compare from '../locales/compare.pl.json' with { type: 'json' };
import details from '../locales/details.pl.json' with { type: 'json' };
import forms from '../locales/forms.pl.json' with { type: 'json' };
import letters from '../locales/letters.pl.json' with { type: 'json' };
import proof from '../locales/proof.pl.json' with { type: 'json' };
import review from '../locales/review.pl.json' with { type: 'json' };
import skeleton from '../locales/skeleton.pl.json' with { type: 'json' };
import tables from '../locales/tables.pl.json' with { type: 'json' };
import when from '../locales/when.pl.json' with { type: 'json' };
import who from '../locales/who.pl.json' with { type: 'json' };
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
