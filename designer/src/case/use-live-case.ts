import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../server/keys.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { useLive } from '../server/use-live.tsx';

/**
 * Keeps a case fresh: a hint with a newer revision asks for everything of it again, with the reader's own rights. Half-typed answers stay, they
 * belong to the forms. The answer is the revision that the reader saw first: what came later is marked as new.
 */
export function useLiveCase(found: CaseView): number {
  const client = useQueryClient();
  const [seen] = useState(found.revision);
  const refill = () => {
    void client.invalidateQueries({ queryKey: keys.case(found.id) });
    for (const task of found.tasks) void client.invalidateQueries({ queryKey: keys.task(task.id) }); // Taken, put back, given to another.
  };
  useLive(`case:${found.id}`, {
    hint: (hint) => {
      if (hint.revision === undefined || hint.revision > found.revision) refill();
      else void client.invalidateQueries({ queryKey: keys.letters(found.id) }); // As the room is entered: a letter goes on without a step of its case.
    },
    refill,
  });
  return seen;
}
