import type { Definition, Row } from '../definition/definition.ts';
import { compileCondition } from '../feel/compile-condition.ts';
import type { CompiledRow, CompiledState } from './compiled.ts';
import { fieldsRead } from './condition-parts.ts';
import { enteredBy } from './entered-states.ts';
import { own } from './own.ts';

/** Where a list of rows stands and what brings the machine to it. */
export interface RowsPlace {
  /** Pointer to the list. */
  readonly at: string;
  /** Step or stage that carries it; empty for the root. */
  readonly source: string;
  readonly event: string;
  readonly sees: CompiledRow['sees'];
}

export function compileRow(
  row: Row,
  index: number,
  place: RowsPlace,
  around: { definition: Definition; states: ReadonlyMap<string, CompiledState> },
): CompiledRow {
  const { definition, states } = around;
  const target = row.target?.slice(1);
  const by = place.sees === 'submission' ? (row.meta?.by ?? own(definition.events, place.event)?.by) : undefined;
  const condition = row.guard?.params;
  const inTracks = definition.machine.type === 'parallel';
  const enters =
    target === undefined ? undefined : enteredBy({ source: place.source, target, reenter: row.reenter === true, inTracks }, states);
  return {
    at: `${place.at}/${index}`,
    event: place.event,
    source: place.source,
    ...(target !== undefined && { target }),
    ...(by && { by }),
    requires: row.meta?.requires ?? [],
    extends:
      place.sees === 'submission'
        ? (row.actions ?? []).flatMap((action) => (action.type === 'clock' && action.params.do === 'extend' ? [action.params.clock] : []))
        : [],
    ...(condition && { condition: compileCondition(condition, definition) }),
    reads: condition ? fieldsRead(condition) : [],
    enters: limited(enters, states),
    sees: place.sees,
  };
}

/** Only steps that may be used up matter to a row. */
function limited(enters: CompiledRow['enters'] | undefined, states: ReadonlyMap<string, CompiledState>): CompiledRow['enters'] {
  const limits = new Set([...states.values()].filter((state) => state.maxVisits !== undefined).map((state) => state.id));
  if (!enters || limits.size === 0) return () => [];
  return (history) => enters(history).filter((id) => limits.has(id));
}
