import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Present } from '../server/live.ts';

/** Who else has the draft open, and where. */
export interface Company {
  readonly others: StoreApi<readonly Present[]>;
  /** Where the reader of this window is. */
  readonly tell: (element: string) => void;
  /** After a new connection: the server has forgotten where he is. */
  readonly again: () => void;
  readonly meet: (people: readonly Present[]) => void;
}

export function openCompany(me: string, say: (element: string) => void): Company {
  const others = createStore<readonly Present[]>(() => []);
  let at: string | undefined;
  return {
    others,
    tell: (element) => {
      if (element === at) return;
      at = element;
      say(element);
    },
    again: () => {
      if (at !== undefined) say(at);
    },
    meet: (people) =>
      others.setState(
        people.filter(({ person }) => person !== me),
        true,
      ),
  };
}
