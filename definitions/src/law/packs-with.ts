import type { Pack } from '../check/rule.ts';
import { packs } from '../rules/packs.ts';
import { isInForce } from './law-pack.ts';
import { lawPacks } from './law-packs.ts';
import { lawRules } from './law-rules.ts';

/** Of the laws that an organisation chose, by id, those in force on a day, `2026-01-17`. */
export const lawsInForce = (chosen: readonly string[], day: string): readonly string[] =>
  lawPacks.filter((law) => chosen.includes(law.id) && isInForce(law, day)).map(({ id }) => id);

/** The rules of the standards, and after them those of these laws. */
export const packsWith = (laws: readonly string[]): readonly Pack[] => [
  ...packs,
  ...lawPacks.filter(({ id }) => laws.includes(id)).map(lawRules),
];
