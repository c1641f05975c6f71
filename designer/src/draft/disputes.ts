import type { Entry } from '../model/entry.ts';
import type { ElementId } from '../model/property-commands.ts';
import { quarrelOf } from '../model/touches.ts';
import type { Quarrel } from './draft-link.ts';

/** What can only be decided as one: elements that two people changed, with everything of both that touches them. */
export interface Dispute {
  /** Stays the same while the dispute grows no further. */
  readonly key: string;
  readonly elements: readonly ElementId[];
  readonly mine: readonly Entry[];
  readonly theirs: readonly Entry[];
  readonly people: readonly string[];
}

/** Quarrels by element. Those that share an element, or an entry of the reader's, are one: an entry is taken back as a whole. */
export function disputesOf(quarrels: readonly Quarrel[]): readonly Dispute[] {
  let disputes: readonly Dispute[] = [];
  for (const { mine, theirs, person } of quarrels)
    for (const entry of mine) {
      const elements = quarrelOf(entry.touches, theirs.touches);
      const fresh: Dispute = { key: '', elements, mine: [entry], theirs: [theirs], people: person === undefined ? [] : [person] };
      const same = disputes.filter((known) => isOne(known, fresh));
      disputes = [...disputes.filter((known) => !same.includes(known)), same.reduce(joined, fresh)];
    }
  return disputes.map((dispute) => ({ ...dispute, key: dispute.elements.toSorted().join(' ') }));
}

const isOne = (known: Dispute, fresh: Dispute): boolean =>
  known.elements.some((id) => fresh.elements.includes(id)) || known.mine.some(({ id }) => fresh.mine.some((mine) => mine.id === id));

const joined = (one: Dispute, other: Dispute): Dispute => ({
  key: '',
  elements: [...new Set([...other.elements, ...one.elements])],
  mine: byId([...other.mine, ...one.mine]),
  theirs: byId([...other.theirs, ...one.theirs]),
  people: [...new Set([...other.people, ...one.people])],
});
const byId = (entries: readonly Entry[]): readonly Entry[] => [...new Map(entries.map((entry) => [entry.id, entry])).values()];
