import type { Action, Edge, Graph } from '@redress/engine';
import type { LetterReader, Told } from './told.ts';

/** What each side hears on every way into a step, by the step: it is told there as surely as by a letter of its own. */
export type ToldOnTheWay = ReadonlyMap<string, Told>;

/**
 * Letters of rows, of steps that are left and of stages and steps that are entered go out in one move. What every move into a step sends, whoever comes
 * there has been told.
 */
export function toldOnTheWay(graph: Graph, letters: LetterReader): ToldOnTheWay {
  const sent = new Sent(graph, letters);
  const found = new Map<string, ReadonlySet<string>>();
  for (const edge of [...(graph.start ? [graph.start] : []), ...graph.nodes.flatMap((node) => node.edges)]) {
    for (const occurrence of edge.occurrences) {
      if (occurrence.is !== 'entered') continue;
      const known = found.get(occurrence.state);
      if (known?.size === 0) continue;
      const now = sent.by(edge);
      found.set(occurrence.state, known ? new Set([...known].filter((each) => now.has(each))) : now);
    }
  }
  return new Map([...found].flatMap(([id, told]) => (told.size === 0 ? [] : [[id, sorted(told)] as const])));
}

/** Letters of moves, each set of actions read once: `who what` of everything that is told. */
class Sent {
  readonly #graph: Graph;
  readonly #letters: LetterReader;
  readonly #read = new Map<readonly Action[], readonly string[]>();
  constructor(graph: Graph, letters: LetterReader) {
    this.#graph = graph;
    this.#letters = letters;
  }

  by({ occurrences, left }: Edge): ReadonlySet<string> {
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
    return new Set(acting.flatMap((actions) => (actions ? this.#of(actions) : [])));
  }

  #of(actions: readonly Action[]): readonly string[] {
    const known = this.#read.get(actions);
    if (known) return known;
    const read = [...this.#letters.of(actions).told].flatMap(([who, contents]) => [...contents].map((content) => `${who} ${content}`));
    this.#read.set(actions, read);
    return read;
  }
}

function sorted(told: ReadonlySet<string>): Told {
  const found = new Map<string, Set<string>>();
  for (const each of told) {
    const [who = '', content = ''] = each.split(' ');
    found.set(who, (found.get(who) ?? new Set()).add(content));
  }
  return found;
}
