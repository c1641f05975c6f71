import { comesHome, type Followed, type Node, type Occurrence } from '@redress/engine';
import type { Examined } from '../check/examined.ts';
import { type Acted, actedIn } from './acted.ts';
import type { CaseRecord, RecordLine } from './case-record.ts';

/** Something that happened in a case, and the line that says so. */
export interface Happened {
  readonly occurrence: Occurrence;
  readonly line: RecordLine;
}

/** What one line did: all that happened, and where the case rested then. */
export interface RunStep {
  readonly line: RecordLine;
  readonly occurrences: readonly Occurrence[];
  /** Where the case rested before; nothing at its start. */
  readonly from: Node | undefined;
  readonly to: Node;
  /** The case, or a round of it, ended here. */
  readonly ends: boolean;
}

/** The course of a case as far as its procedure has ways for it. */
export interface Run {
  readonly steps: readonly RunStep[];
  readonly happened: readonly Happened[];
  /** Who acted where, oldest first. */
  readonly acted: readonly Acted[];
}

/**
 * Where a case went astray its procedure says nothing of it any more: the run is what came before. Its start counts from when it was received: nothing
 * that is promised waits until somebody enters it.
 */
export function runOf({ graph, elements }: Examined, { receivedAt, lines }: CaseRecord, { went, astray }: Followed): Run {
  const [firstAstray = Number.POSITIVE_INFINITY] = astray;
  const steps = went.flatMap(({ edge, line: place }): readonly RunStep[] => {
    const [entered, to] = [lines[place], graph.nodes[edge.to]];
    if (!entered || !to || place > firstAstray) return [];
    const from = graph.nodes[edge.from];
    const line = place === 0 && receivedAt < entered.at ? { ...entered, at: receivedAt } : entered;
    return [{ line, occurrences: edge.occurrences, from, to, ends: to.ended || comesHome(graph, edge) }];
  });
  const happened = steps.flatMap(({ line, occurrences }) => occurrences.map((occurrence) => ({ occurrence, line })));
  return { steps, happened, acted: actedIn(happened, elements) };
}
