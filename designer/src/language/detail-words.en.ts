import actions from '../locales/actions.en.json' with { type: 'json' };
import compare from '../locales/compare.en.json' with { type: 'json' };
import details from '../locales/details.en.json' with { type: 'json' };
import forms from '../locales/forms.en.json' with { type: 'json' };
import letters from '../locales/letters.en.json' with { type: 'json' };
import proof from '../locales/proof.en.json' with { type: 'json' };
import review from '../locales/review.en.json' with { type: 'json' };
import skeleton from '../locales/skeleton.en.json' with { type: 'json' };
import tables from '../locales/tables.en.json' with { type: 'json' };
import when from '../locales/when.en.json' with { type: 'json' };
import who from '../locales/who.en.json' with { type: 'json' };

/** What is said once somebody looks closer: beside what is chosen, in what is opened from a drawing, on the pages around it. */
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
};
