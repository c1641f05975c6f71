import { type Action, type Graph, placeholdersOf } from '@redress/engine';

/** A letter that tells a personal field to roles that may not read it. */
export interface Leak {
  readonly letter: string;
  readonly field: string;
  readonly roles: readonly string[];
}

/** Everything that letters tell to whoever may not read it. Complainants and customers read what they gave us themselves. */
export function leaksOf(graph: Graph): readonly Leak[] {
  const { data, letters, roles } = graph.definition;
  return lettersSent(graph).flatMap(({ letter, to }): Leak[] => {
    const told = letters[letter];
    if (!told) return [];
    const texts = [told.subject, ...told.blocks.flatMap(({ text, variants = [] }) => [text, ...variants.map((variant) => variant.text)])];
    return [...new Set(texts.flatMap(placeholdersOf))].flatMap((field) => {
      const { personal, visibleTo = [] } = data[field] ?? {};
      const away = (to ?? told.to ?? []).filter(
        (role) => !visibleTo.includes(role) && (roles[role]?.party === 'organisation' || roles[role]?.party === 'provider'),
      );
      return personal === undefined || away.length === 0 ? [] : [{ letter, field, roles: away }];
    });
  });
}

/** Letters of steps, ways and extended clocks. */
function lettersSent({ definition: { machine, clocks }, states, rows }: Graph): readonly { letter: string; to?: readonly string[] }[] {
  const steps = [...states.values()].map(({ definition }) => definition);
  const actions: readonly Action[] = [
    ...(machine.entry ?? []),
    ...steps.flatMap(({ entry = [], exit = [] }) => [...entry, ...exit]),
    ...[...rows.values()].flatMap(({ row }) => row.actions ?? []),
  ];
  return [
    ...actions.flatMap((action) => (action.type === 'letter' ? [action.params] : [])),
    ...steps.flatMap(({ invoke }) => (invoke?.src === 'letter' ? [invoke.input] : [])),
    ...Object.values(clocks).flatMap(({ extension }) => (extension ? [{ letter: extension.letter }] : [])),
  ];
}
