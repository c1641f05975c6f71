import type { Compiled } from '@redress/engine';
import type { StateValue } from './wire-event.ts';

/** Active steps and stages as XState writes them: the one that is active by its name, parallel ones side by side, each with what is active inside. */
export function stateValue(compiled: Compiled, active: readonly string[]): StateValue {
  const here = new Set(active);
  const inside = (children: readonly string[], parallel: boolean): StateValue => {
    const entered = children.filter((id) => here.has(id));
    const [only] = entered;
    if (!parallel && only !== undefined && childrenOf(only).length === 0) return only;
    return Object.fromEntries(entered.map((id) => [id, inside(childrenOf(id), compiled.states.get(id)?.kind === 'parallel')]));
  };
  const childrenOf = (id: string) => compiled.states.get(id)?.children ?? [];
  const outermost = [...compiled.states.values()].filter(({ around }) => around.length === 0).map(({ id }) => id);
  return inside(outermost, compiled.definition.machine.type === 'parallel');
}

/** Tags of everything that is active, once each. */
export const activeTags = (compiled: Compiled, active: readonly string[]): readonly string[] => [
  ...new Set(active.flatMap((id) => [...(compiled.states.get(id)?.tags ?? [])])),
];
