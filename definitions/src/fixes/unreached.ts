import { type Draft, type DraftState, rowsIn, spots } from './draft.ts';

/** Steps into which nothing leads any more: a way that was lost, or leads astray, may have led there. */
export function unreached(draft: Draft): readonly string[] {
  const { machine } = draft;
  const states = spots(draft).map(({ state }) => state);
  const rows = [...Object.values(machine.on ?? {}).flat(), ...states.flatMap((state) => [...rowsIn(state), ...failing(state)])];
  const aims = new Set(rows.flatMap(({ target }) => target?.slice(1) ?? []));
  const found: string[] = [];
  const look = (inside: Record<string, DraftState>, begins: (id: string) => boolean): void => {
    for (const { id, states: inner, initial, type } of Object.values(inside)) {
      const isEntered = aims.has(id) || begins(id);
      if (inner) look(inner, (each) => isEntered && (type === 'parallel' || each === initial));
      else if (!isEntered && type !== 'history') found.push(id);
    }
  };
  look(machine.states, (id) => machine.type === 'parallel' || id === machine.initial);
  return found;
}

const failing = ({ invoke }: DraftState) => (invoke && 'onError' in invoke ? (invoke.onError ?? []) : []);
