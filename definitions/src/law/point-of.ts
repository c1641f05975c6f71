import { lawPacks } from './law-packs.ts';
import { type LawPoint, lawPoints } from './law-rules.ts';

const points = new Map(lawPacks.flatMap((law) => lawPoints(law).map((point) => [point.rule.id, point] as const)));

/** What a law that comes with the product says, by the id of its rule; nothing for rules of the standards. */
export const lawPointOf = (rule: string): LawPoint | undefined => points.get(rule);
