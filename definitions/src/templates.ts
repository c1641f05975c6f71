import bank from './templates/bank.json' with { type: 'json' };
import hospital from './templates/hospital.json' with { type: 'json' };
import shop from './templates/shop.json' with { type: 'json' };

/** Procedures for a trade, to begin a draft from. Nobody gets them published: what is in them an organisation makes its own first. */
export const templates: readonly unknown[] = [bank, shop, hospital];
