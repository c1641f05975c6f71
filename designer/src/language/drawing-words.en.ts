import actions from '../locales/actions.en.json' with { type: 'json' };
import compare from '../locales/compare.en.json' with { type: 'json' };
import design from '../locales/design.en.json' with { type: 'json' };
import forms from '../locales/forms.en.json' with { type: 'json' };
import letters from '../locales/letters.en.json' with { type: 'json' };
import map from '../locales/map.en.json' with { type: 'json' };
import panel from '../locales/panel.en.json' with { type: 'json' };
import proof from '../locales/proof.en.json' with { type: 'json' };
import review from '../locales/review.en.json' with { type: 'json' };
import skeleton from '../locales/skeleton.en.json' with { type: 'json' };
import tables from '../locales/tables.en.json' with { type: 'json' };
import when from '../locales/when.en.json' with { type: 'json' };
import who from '../locales/who.en.json' with { type: 'json' };

/** What is said around a drawing, in one piece: it is fetched together. */
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
};
