import type { Definition } from '@redress/engine';
import { draftOf, statesIn } from '../variants/draft.ts';
import type { Mutant } from './mutants.ts';

/** Each purpose of each step taken away, one at a time. */
export function lostPurposes(definition: Definition): readonly Pick<Mutant, 'what' | 'make'>[] {
  return statesIn(draftOf(definition).machine).flatMap(({ id, tags = [] }) =>
    tags.map((tag) => ({
      what: `purpose ${id} ${tag}`,
      make: () => {
        const draft = draftOf(definition);
        const state = statesIn(draft.machine).find((each) => each.id === id);
        if (state?.tags) state.tags = state.tags.filter((each) => each !== tag);
        return JSON.parse(JSON.stringify(draft));
      },
    })),
  );
}
