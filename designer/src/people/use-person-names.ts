import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { findNames } from '../server/people.ts';
import { answerOf } from '../server/problem.ts';

/** Names for ids that a form or case keeps. Somebody not found is "somebody": an id says nothing to people. */
export function usePersonNames(ids: readonly string[]): (id: string) => string {
  const say = useWords();
  const { data } = useQuery({
    queryKey: keys.names(''),
    queryFn: async ({ signal }) => answerOf(await findNames('', signal)),
    enabled: ids.length > 0,
  });
  return (id) => data?.rows.find((person) => person.id === id)?.name ?? say('person-picker.somebody');
}
