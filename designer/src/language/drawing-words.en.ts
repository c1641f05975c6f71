import design from '../locales/design.en.json' with { type: 'json' };
import map from '../locales/map.en.json' with { type: 'json' };
import panel from '../locales/panel.en.json' with { type: 'json' };

/** What is said around a drawing from its first moment, in one piece: it is fetched together. */
export default {
  ...design,
  ...map,
  ...panel,
};
