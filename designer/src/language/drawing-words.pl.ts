import actions from '../locales/actions.pl.json' with { type: 'json' };
import compare from '../locales/compare.pl.json' with { type: 'json' };
import design from '../locales/design.pl.json' with { type: 'json' };
import forms from '../locales/forms.pl.json' with { type: 'json' };
import letters from '../locales/letters.pl.json' with { type: 'json' };
import map from '../locales/map.pl.json' with { type: 'json' };
import panel from '../locales/panel.pl.json' with { type: 'json' };
import proof from '../locales/proof.pl.json' with { type: 'json' };
import review from '../locales/review.pl.json' with { type: 'json' };
import skeleton from '../locales/skeleton.pl.json' with { type: 'json' };
import tables from '../locales/tables.pl.json' with { type: 'json' };
import when from '../locales/when.pl.json' with { type: 'json' };
import who from '../locales/who.pl.json' with { type: 'json' };
import type english from './drawing-words.en.ts';

/** The same as in English: `drawing-words.en.ts`. */
export default {
  ...actions,
  ...compare,
  ...design,
  ...forms,
  ...letters,
  ...map,
  ...panel,
  ...proof,
  ...review,
  ...skeleton,
  ...tables,
  ...when,
  ...who,
} satisfies Readonly<Record<keyof typeof english, string>>;
