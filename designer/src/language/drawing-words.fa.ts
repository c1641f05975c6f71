import actions from '../locales/actions.fa.json' with { type: 'json' };
import compare from '../locales/compare.fa.json' with { type: 'json' };
import design from '../locales/design.fa.json' with { type: 'json' };
import forms from '../locales/forms.fa.json' with { type: 'json' };
import letters from '../locales/letters.fa.json' with { type: 'json' };
import map from '../locales/map.fa.json' with { type: 'json' };
import panel from '../locales/panel.fa.json' with { type: 'json' };
import proof from '../locales/proof.fa.json' with { type: 'json' };
import review from '../locales/review.fa.json' with { type: 'json' };
import skeleton from '../locales/skeleton.fa.json' with { type: 'json' };
import tables from '../locales/tables.fa.json' with { type: 'json' };
import when from '../locales/when.fa.json' with { type: 'json' };
import who from '../locales/who.fa.json' with { type: 'json' };
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
