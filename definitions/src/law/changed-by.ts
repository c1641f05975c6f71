import type { Definition } from '@redress/engine';
import { check } from '../check/check.ts';
import type { Pack } from '../check/rule.ts';
import { isOpen } from '../check/verdict.ts';

/** Rules that a procedure kept under a pack as it was, and that do not hold any more as it is now; a new rule that does not hold counts too. */
export interface Lapsed {
  readonly definition: Definition;
  readonly rules: readonly string[];
}

/** Which procedures no longer meet a pack that has changed. What did not hold before either is not the change's doing. */
export const changedBy = (before: Pack, now: Pack, definitions: readonly Definition[]): readonly Lapsed[] =>
  definitions.flatMap((definition) => {
    const open = (pack: Pack): readonly string[] =>
      check({ definition }, { packs: [pack] }).flatMap(({ rule, verdict }) => (isOpen(verdict) ? [rule] : []));
    const already = new Set(open(before));
    const rules = open(now).filter((rule) => !already.has(rule));
    return rules.length > 0 ? [{ definition, rules }] : [];
  });
