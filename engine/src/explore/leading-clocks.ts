import type { Action, Definition } from '../definition/definition.ts';
import type { Trigger, Visits } from './graph.ts';

const running = 1;
const over = 2;
const extended = 3;
const runs = (state: number | undefined): boolean => state === running || state === extended;

/**
 * Clocks that lead a case somewhere, and whether each is running: one that has not begun, or was stopped, moves nobody. Kept beside the counts of
 * visits, so that it is part of the position. Clocks that only remind may speak at any time; that is cheaper, and leads nowhere.
 */
export class LeadingClocks {
  readonly #clocks: Definition['clocks'];

  constructor({ clocks, machine }: Pick<Definition, 'clocks' | 'machine'>) {
    this.#clocks = Object.fromEntries(Object.entries(clocks).filter(([id]) => leads(machine, id)));
  }

  /** Whether what a clock says can come now. */
  canFire({ kind, name }: Trigger, counts: ReadonlyMap<string, number>): boolean {
    const id = kind === 'clock' ? idIn(name) : '';
    return !Object.hasOwn(this.#clocks, id) || runs(counts.get(keyOf(id)));
  }

  /** A limit passes once; one that can still be extended may pass again. */
  fired({ kind, name }: Trigger, counts: Map<string, number>): void {
    const id = kind === 'clock' && isDueEvent(name) ? idIn(name) : '';
    if (Object.hasOwn(this.#clocks, id) && !this.#clocks[id]?.extension) counts.set(keyOf(id), over);
  }

  entered(tags: ReadonlySet<string> | undefined, counts: Map<string, number>): void {
    if (!tags) return;
    for (const [id, { starts, stops }] of Object.entries(this.#clocks)) {
      const key = keyOf(id);
      if (!counts.has(key) && starts.some((tag) => tags.has(tag))) counts.set(key, running);
      if (runs(counts.get(key)) && stops.some((tag) => tags.has(tag))) counts.set(key, over);
    }
  }

  does(actions: readonly Action[] | undefined, counts: Map<string, number>): void {
    for (const action of actions ?? []) {
      if (action.type !== 'clock') continue;
      const key = keyOf(action.params.clock);
      if (runs(counts.get(key))) counts.set(key, action.params.do === 'stop' ? over : extended);
    }
  }
}

/** Whether such a clock runs in a position, and by which of its limits. */
export function runsIn(visits: Visits, clock: string): 'first' | 'extended' | undefined {
  const state = visits.get(keyOf(clock));
  return runs(state) ? (state === extended ? 'extended' : 'first') : undefined;
}

const dueEvent = (clock: string): string => `clock.${clock}.due`;
/** A clock has run out. */
export const isDueEvent = (name: string): boolean => name === dueEvent(idIn(name));
/** This one has. */
export const isDueOf = ({ kind, name }: Trigger, clock: string): boolean => kind === 'clock' && name === dueEvent(clock);

/** No step is called so. */
const keyOf = (id: string): string => `clock ${id}`;
const idIn = (name: string): string => name.split('.')[1] ?? '';

type Place = Pick<Definition['machine'], 'on'> & { readonly states?: Definition['machine']['states'] };

/** Whether what the clock says has a row with a target, anywhere. */
function leads(place: Place, id: string): boolean {
  const rows = [...(place.on?.[`clock.${id}.warn`] ?? []), ...(place.on?.[`clock.${id}.due`] ?? [])];
  return rows.some((row) => row.target !== undefined) || Object.values(place.states ?? {}).some((inner) => leads(inner, id));
}
