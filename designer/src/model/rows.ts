import { pathOf, pointerTo, type Text } from '@redress/engine';
import { type Fields, fieldsOf, isFields, isText } from './loose-json.ts';
import type { Place } from './places.ts';

/** Who moves the case along a row: a person or message, time, or the procedure itself. */
export type EdgeKind = 'person' | 'time' | 'automatic';
/** Where a row is written: outcome or message, deadline or reminder, rule of a decision, end of what is inside, end or failure of what was called. */
export type RowVia = 'on' | 'after' | 'always' | 'onDone' | 'invoke/onDone' | 'invoke/onError';

/** One row of a step, as it is written. */
export interface WrittenRow {
  readonly row: Fields;
  readonly via: RowVia;
  /** Event or delay; empty for the others. */
  readonly name: string;
  /** Its number among the rows of the same name, from nought, and how many these are. */
  readonly index: number;
  readonly of: number;
  /** From the step to the row. */
  readonly path: readonly string[];
  readonly kind: EdgeKind;
  /** The words people know it by. */
  readonly label: Text | undefined;
}

/** Rows of one step, in the order of the definition; a lone row that is no list counts as XState counts it. */
export function rowsOf(definition: unknown, state: unknown): readonly WrittenRow[] {
  const { on, after, always, onDone, invoke } = fieldsOf(state);
  const delays = fieldsOf(fieldsOf(definition).delays);
  return [
    ...Object.entries(fieldsOf(on)).flatMap(([event, rows]) =>
      list(rows, 'on', event, event.startsWith('clock.') ? 'time' : 'person', labelOf(definition, event)),
    ),
    ...list(fieldsOf(invoke).onDone, 'invoke/onDone', '', 'automatic'),
    ...list(fieldsOf(invoke).onError, 'invoke/onError', '', 'automatic'),
    ...list(always, 'always', '', 'automatic'),
    ...list(onDone, 'onDone', '', 'automatic'),
    ...Object.entries(fieldsOf(after)).flatMap(([delay, rows]) => list(rows, 'after', delay, 'time', fieldsOf(delays[delay]).title)),
  ];
}

function list(rows: unknown, via: RowVia, name: string, kind: EdgeKind, label?: unknown): readonly WrittenRow[] {
  const start = [...via.split('/'), ...(name === '' ? [] : [name])];
  const written = Array.isArray(rows) ? rows.map((row, index) => ({ row, path: [...start, String(index)] })) : [{ row: rows, path: start }];
  return written.flatMap(({ row, path }, index) => {
    const fields = typeof row === 'string' ? { target: row } : row;
    if (!isFields(fields)) return [];
    const own = fieldsOf(fields.meta).title ?? label;
    return [{ row: fields, via, name, index, of: written.length, path, kind, label: isText(own) ? own : undefined }];
  });
}

/** What people call an event; a clock of the case tells by its own name. */
export function labelOf(definition: unknown, event: string): unknown {
  const { clocks, events } = fieldsOf(definition);
  return event.startsWith('clock.') ? fieldsOf(fieldsOf(clocks)[event.split('.')[1] ?? '']).title : fieldsOf(fieldsOf(events)[event]).label;
}

/**
 * A row by its step and its place in it: `assessing/on/assessed/0`; without a step before the slash a row of the whole procedure. It
 * stays when the step goes into another stage.
 */
export type RowAddress = string;

export const addressOf = (step: string, path: readonly string[]): RowAddress => pointerTo([step, ...path]).slice(1);
export function parseAddress(address: RowAddress): { readonly step: string; readonly path: readonly string[] } {
  const [step = '', ...path] = pathOf(`/${address}`);
  return { step, path };
}

/** The ids a row leads to, as they are written: `#id`, one or several. */
export const targetsOf = (row: Fields): readonly string[] =>
  (Array.isArray(row.target) ? row.target : [row.target]).flatMap((target) =>
    typeof target === 'string' ? [target.startsWith('#') ? target.slice(1) : target] : [],
  );

/** The row that an address names, with where it stands in the definition. */
export function rowAt(
  definition: unknown,
  places: ReadonlyMap<string, Place>,
  address: RowAddress,
): (WrittenRow & { readonly at: string; readonly step: string }) | undefined {
  const { step, path } = parseAddress(address);
  const place = places.get(step);
  if (step !== '' && !place) return undefined;
  const here = pointerTo(path);
  const found = rowsOf(definition, place ? place.state : fieldsOf(definition).machine).find((each) => pointerTo(each.path) === here);
  return found && { ...found, at: pointerTo([...(place?.path ?? ['machine']), ...found.path]), step };
}
