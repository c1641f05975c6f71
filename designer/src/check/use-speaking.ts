import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useConditionOf } from '../conditions/way-conditions.ts';
import { useText, useWords } from '../language/words.tsx';
import type { ProcedureTree } from '../model/tree.ts';
import { proceduresQuery } from '../server/procedures-query.ts';
import type { SpeakingOfDraft } from './speaking.ts';

/** What sentences about the draft are made from, in the reader's language. */
export function useSpeaking(definition: object, tree: ProcedureTree): SpeakingOfDraft {
  const say = useWords();
  const text = useText();
  const conditionOf = useConditionOf(definition);
  const { data: procedures } = useQuery(proceduresQuery);
  return useMemo(() => {
    const titles = new Map((procedures ?? []).map(({ id, title }) => [id, title] as const));
    return { definition, tree, conditionOf, say, text, procedureName: (id) => text(titles.get(id)) || id };
  }, [definition, tree, conditionOf, say, text, procedures]);
}
