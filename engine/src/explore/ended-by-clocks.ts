import type { FreeRow, Graph, Node } from './graph.ts';
import { isDueEvent, isDueOf, runsIn } from './leading-clocks.ts';

/** The way of a clock that has run out. */
export const isClockDue = ({ via, name }: Pick<FreeRow, 'via' | 'name'>): boolean => via === 'on' && isDueEvent(name);

/**
 * Steps that a case cannot stay in for ever because a clock that runs out leads away from them, whatever conditions answer. A clock that may rest, be
 * extended, or run out where nobody listens is no such clock: it may be over when the step begins.
 */
export function endedByClocks({ definition, nodes }: Graph): ReadonlySet<string> {
  const rests = nodes.filter(({ ended }) => !ended);
  const sure = Object.entries(definition.clocks).flatMap(([id, { pausesIn, extension }]) =>
    !pausesIn && !extension && rests.every((node) => runsIn(node.visits, id) === undefined || duesIn(node, id).length > 0) ? [id] : [],
  );
  const isEnded = (node: Node, step: string): boolean =>
    sure.some((id) => runsIn(node.visits, id) !== undefined && duesIn(node, id).every(({ left }) => left.includes(step)));
  const open = new Set(rests.flatMap((node) => node.leaves.filter((step) => !isEnded(node, step))));
  return new Set(rests.flatMap(({ leaves }) => leaves.filter((step) => !open.has(step))));
}

/** What moves on when the clock runs out here; nothing where conditions may refuse it. */
const duesIn = ({ edges, refused }: Node, clock: string): Node['edges'] =>
  refused.some((trigger) => isDueOf(trigger, clock)) ? [] : edges.filter(({ trigger }) => isDueOf(trigger, clock));
