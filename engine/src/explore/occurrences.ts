import type { CompiledState } from '../compile/compiled.ts';
import type { FailedLetters } from './failed-letters.ts';
import type { Note } from './free-machine.ts';
import type { Asked, Edge, FreeRow, Node, Occurrence, Trigger } from './graph.ts';
import type { Oracle } from './oracle.ts';

const outcomeOf = ({ outcome, state }: Trigger, { via, source }: FreeRow): { readonly outcome?: string } =>
  via === 'done' && source === state && outcome !== undefined ? { outcome } : {};

/** Decisions and ends of stages follow from the row before them. */
const followsBySelf = ({ via }: FreeRow): boolean => via === 'always' || via === 'onDone';

const saysWho = ({ row: { meta } }: FreeRow): boolean => meta?.act !== undefined || meta?.by !== undefined || meta?.consent !== undefined;

const nowhere: Pick<Node, 'active' | 'visits'> = { active: [], visits: new Map() };

type Bare = Occurrence extends infer Each ? (Each extends Occurrence ? Omit<Each, 'id'> : never) : never;

/** Turns what the machine noted into what happened, each thing one object for the whole graph. */
export class Occurrences {
  readonly all: Occurrence[] = [];
  readonly #known = new Map<string, Occurrence>();
  readonly #states: ReadonlyMap<string, CompiledState>;
  readonly #letters: FailedLetters;

  constructor(states: ReadonlyMap<string, CompiledState>, letters: FailedLetters) {
    this.#states = states;
    this.#letters = letters;
  }

  /** One step of the machine, from where it rested before; nothing at its start. */
  of(trigger: Trigger, from: Pick<Node, 'active' | 'visits'> | undefined, oracle: Oracle): Pick<Edge, 'occurrences' | 'asked' | 'left'> {
    const { notes } = oracle;
    const { active, visits } = from ?? nowhere;
    const occurrences: Occurrence[] = [];
    const placeOf: number[] = [];
    const left = new Set<string>();
    const here = new Set(active);
    let before: readonly string[] = active;
    let last: Note['is'] | undefined;
    let began: number | undefined;
    for (const [index, note] of notes.entries()) {
      placeOf.push(occurrences.length);
      // Rows are taken from where the machine stood before the steps were left.
      if (note.is !== 'entered' && (last === undefined || last === 'entered')) before = [...here];
      last = note.is;
      if (note.is === 'taken') {
        const later = notes.slice(index + 1);
        const entered = later.flatMap((each) => (each.is === 'entered' ? [each.state] : []));
        const then = later.flatMap((each) => (each.is === 'taken' && followsBySelf(each.row) ? [each.row.at] : []));
        const taken = this.#one({
          is: 'taken',
          row: note.row.at,
          from: this.#leavesUnder(note.row.source, before),
          entered,
          then,
          ...outcomeOf(trigger, note.row),
          ...(began !== undefined && followsBySelf(note.row) && saysWho(note.row) && { began }),
        });
        began ??= taken.id;
        occurrences.push(taken);
      } else if (note.is === 'left') {
        here.delete(note.state);
        left.add(note.state);
        if (this.#letters.isSent(note.state, trigger, visits)) occurrences.push(this.#one({ is: 'sent', state: note.state }));
      } else {
        here.add(note.state);
        occurrences.push(this.#one({ is: 'entered', state: note.state }));
      }
    }
    const asked = oracle.asked.map(({ notes: count, ...rest }): Asked => ({ ...rest, place: placeOf[count] ?? occurrences.length }));
    return { occurrences, asked, left: [...left] };
  }

  #leavesUnder(source: string, active: readonly string[]): readonly string[] {
    const inside = active.filter((id) => source === '' || id === source || this.#states.get(id)?.around.includes(source));
    return inside.filter((id) => !inside.some((other) => this.#states.get(other)?.around[0] === id));
  }

  #one(bare: Bare): Occurrence {
    const key =
      bare.is === 'taken'
        ? `${bare.row} ${bare.from.join(',')} ${bare.entered.join(',')} ${bare.then.join(',')} ${bare.outcome ?? ''} ${bare.began ?? ''}`
        : `${bare.is} ${bare.state}`;
    const known = this.#known.get(key);
    if (known) return known;
    const occurrence: Occurrence = { id: this.all.length, ...bare };
    this.all.push(occurrence);
    this.#known.set(key, occurrence);
    return occurrence;
  }
}
