import type { Action, Edge, Graph } from '@redress/engine';
import { type LetterReader, type Told, toldInCommon, toldOf } from './told.ts';

/** What each side hears on every way into a step, by the step: it is told there as surely as by a letter of its own. */
export type ToldOnTheWay = ReadonlyMap<string, Told>;

/**
 * Letters of rows, of steps that are left and of stages and steps that are entered go out in one move. What every move into a step sends, whoever comes
 * there has been told.
 */
export function toldOnTheWay(graph: Graph, letters: LetterReader): ToldOnTheWay {
  const sent = new Sent(graph, letters);
  const found = new Map<string, Told>();
  for (const edge of [...(graph.start ? [graph.start] : []), ...graph.nodes.flatMap((node) => node.edges)]) {
    for (const occurrence of edge.occurrences) {
      if (occurrence.is !== 'entered') continue;
      const known = found.get(occurrence.state);
      if (known && isSilent(known)) continue;
      const now = sent.by(edge);
      found.set(occurrence.state, known ? toldInCommon(known, now) : now);
    }
  }
  return new Map([...found].map(([id, told]) => [id, new Map([...told].filter(([, contents]) => contents.size > 0))]));
}

const isSilent = (told: Told): boolean => [...told.values()].every(({ size }) => size === 0);

/** Letters of moves, each set of actions read once. */
class Sent {
  readonly #graph: Graph;
  readonly #letters: LetterReader;
  readonly #read = new Map<readonly Action[], Told>();
  constructor(graph: Graph, letters: LetterReader) {
    this.#graph = graph;
    this.#letters = letters;
  }

  by({ occurrences, left }: Edge): Told {
    const { rows, states } = this.#graph;
    const acting = [
      ...left.map((id) => states.get(id)?.definition.exit),
      ...occurrences.map((each) =>
        each.is === 'taken'
          ? rows.get(each.row)?.row.actions
          : each.is === 'entered'
            ? states.get(each.state)?.definition.entry
            : undefined,
      ),
    ];
    return toldOf(acting.flatMap((actions) => (actions ? [this.#of(actions)] : [])));
  }

  #of(actions: readonly Action[]): Told {
    const told = this.#read.get(actions) ?? this.#letters.of(actions).told;
    this.#read.set(actions, told);
    return told;
  }
}
