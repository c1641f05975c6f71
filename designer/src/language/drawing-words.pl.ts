import design from '../locales/design.pl.json' with { type: 'json' };
import map from '../locales/map.pl.json' with { type: 'json' };
import panel from '../locales/panel.pl.json' with { type: 'json' };
import type english from './drawing-words.en.ts';

/** The same as in English: `drawing-words.en.ts`. */
export default {
  ...design,
  ...map,
  ...panel,
} satisfies Readonly<Record<keyof typeof english, string>>;
