/** Somebody who has the same draft open, and the element he is at. */
export interface Present {
  readonly person: string;
  readonly name: string;
  readonly element?: string;
}
/** What is known of a socket that may be in the room of a draft. */
interface Somebody {
  readonly caller: { readonly person?: { readonly _id: string; readonly name: string } };
  /** Rooms of the page → where he is in them. */
  readonly places: ReadonlyMap<string, string>;
}

/** Arrow keys wander quickly: a room is told at most so often. */
const restMs = 100;

/** Who else draws, room by room: everybody in a room may read the draft, so everybody may read the names. Knows this process only. */
export class Presence {
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #tell: (room: string) => void;

  constructor(tell: (room: string) => void) {
    this.#tell = tell;
  }

  changed(room: string): void {
    if (!isDraftRoom(room) || this.#waiting.has(room)) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(room);
      this.#tell(room);
    }, restMs);
    this.#waiting.set(room, timer.unref());
  }

  close(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }
}

export const isDraftRoom = (room: string): boolean => /^(definition [^ ]+ |definition:)[a-z][a-zA-Z0-9]{0,47}$/.test(room);
/** The page's name of the draft room behind a room of the server. */
export const pageRoomOf = (inner: string): string => `definition:${inner.slice(inner.lastIndexOf(' ') + 1)}`;
/** An element as a page may name it: bounded, and only data for other pages. */
export const isPlace = (element: unknown): element is string => typeof element === 'string' && element.length <= 200;

/** One line a person, with the place told last. */
export function presentIn(room: string, all: readonly Somebody[]): readonly Present[] {
  const present = new Map<string, Present>();
  for (const { caller, places } of all) {
    if (!caller.person) continue;
    const element = places.get(room) ?? present.get(caller.person._id)?.element;
    present.set(caller.person._id, {
      person: caller.person._id,
      name: caller.person.name,
      ...(element === undefined ? {} : { element }),
    });
  }
  return [...present.values()];
}
