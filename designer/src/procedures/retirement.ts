import { useDates } from '../calendar/use-dates.ts';
import { isolated } from '../language/isolated.ts';
import { useWords } from '../language/words.tsx';
import type { DefinitionRow, VersionRow } from '../server/shapes/definitions.ts';

/** That a procedure, or a version of it, takes no new cases any more: by whom and since when, as far as that was kept. */
export function useRetirement() {
  const say = useWords();
  const dates = useDates();
  return ({ retiredAt, retiredBy }: Pick<DefinitionRow & VersionRow, 'retiredAt' | 'retiredBy'>): string =>
    retiredAt === undefined
      ? say('procedures.state.retired')
      : say('procedures.retired', {
          at: dates.moment(retiredAt),
          known: retiredBy ? 'yes' : 'no',
          name: isolated(retiredBy?.name ?? ''),
        });
}
