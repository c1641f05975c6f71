import type { Followed } from '@redress/engine';
import type { Examined } from '../check/examined.ts';
import type { CaseRecord } from './case-record.ts';

/**
 * A way that somebody took to whom the procedure does not give it is none of the procedure's: a yes that a handler pressed is no yes of the complainant.
 * Whom a field of the case names is not known of a journal, and is believed.
 */
export function entitled({ graph, elements }: Examined, { lines }: CaseRecord, { went, astray }: Followed): Followed {
  const isHeld = (role: string): boolean => graph.definition.roles[role]?.heldBy !== undefined;
  const isTheirs = ({ edge, line }: Followed['went'][number]): boolean => {
    const by = lines[line]?.by;
    return edge.occurrences.every((occurrence) => {
      const way = occurrence.is === 'taken' ? elements.of(occurrence).way : undefined;
      if (by?.person === undefined || way?.row.via !== 'on' || way.row.name !== lines[line]?.type) return true;
      const may = [...way.senders, ...way.from.flatMap(({ role, handedTo }) => [...(role === undefined ? [] : [role]), ...handedTo])];
      return may.length === 0 || may.some((role) => isHeld(role) || by.roles.includes(role));
    });
  };
  const foreign = went.filter((each) => !isTheirs(each));
  return {
    went: went.filter((each) => !foreign.includes(each)),
    astray: [...astray, ...foreign.map(({ line }) => line)].toSorted((one, other) => one - other),
  };
}
