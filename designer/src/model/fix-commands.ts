import { ok, refuse, type Text } from '@redress/engine';
import type { Recipes } from './command.ts';
import { copyOf, fieldsOf } from './loose-json.ts';

export interface FixPayloads {
  /** A repair that was worked out on exactly this draft: the procedure as it is with it. */
  readonly 'fix.apply': {
    /** What the rule that it repairs asks for. */
    readonly requirement: Text;
    readonly before: object;
    readonly after: object;
  };
}

export const fixRecipes: Recipes<FixPayloads> = {
  'fix.apply': ({ definition }, { requirement, before, after }) => {
    // Somebody drew on meanwhile: what was tried is not what would come out.
    if (JSON.stringify(definition) !== JSON.stringify(before)) return refuse({ code: 'nothing-to-do' });
    const repaired = copyOf(fieldsOf(after));
    for (const key of Object.keys(definition)) if (!Object.hasOwn(repaired, key)) delete definition[key];
    for (const [key, value] of Object.entries(repaired))
      if (JSON.stringify(value) !== JSON.stringify(definition[key])) definition[key] = value;
    return ok({ words: { id: 'edit.fix-apply', facts: { name: requirement } }, target: '' });
  },
};
