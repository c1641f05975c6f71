import design from '../locales/design.fa.json' with { type: 'json' };
import map from '../locales/map.fa.json' with { type: 'json' };
import panel from '../locales/panel.fa.json' with { type: 'json' };
import type english from './drawing-words.en.ts';

/** The same as in English: `drawing-words.en.ts`. */
export default {
  ...design,
  ...map,
  ...panel,
} satisfies Readonly<Record<keyof typeof english, string>>;
