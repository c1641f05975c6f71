import type { Rehearsal } from '@redress/engine';
import type { TrialOffer } from './trial-play.ts';

/** What is decided together: the buttons of one task, which share its form, or a message with a form of its own. */
export interface OfferGroup {
  readonly key: string;
  readonly caseId: string;
  readonly process: string;
  /** Step of the task; without one a message that may come at any time. */
  readonly step: string | undefined;
  readonly form: string | undefined;
  /** The task itself; not a message that its holder may send besides, with a form of its own. */
  readonly isTask: boolean;
  readonly offers: readonly TrialOffer[];
}

/** Tasks first, then messages; what shares a form stands together. */
export function groupsOf(offers: readonly TrialOffer[], { cases }: Rehearsal): readonly OfferGroup[] {
  const groups = new Map<string, OfferGroup>();
  const begun = new Set<string>();
  for (const offer of offers) {
    const { caseId, process, task, form } = offer;
    const step = cases.find((each) => each.caseId === caseId)?.state.tasks.find(({ id }) => id === task)?.step;
    const key = `${caseId} ${task ?? ''} ${form ?? (task === undefined ? offer.event : '')}`;
    const known = groups.get(key);
    groups.set(
      key,
      known
        ? { ...known, offers: [...known.offers, offer] }
        : { key, caseId, process, step, form, isTask: step !== undefined && !begun.has(`${caseId} ${task}`), offers: [offer] },
    );
    if (task !== undefined) begun.add(`${caseId} ${task}`);
  }
  return [...groups.values()].sort((one, other) => Number(!one.isTask) - Number(!other.isTask));
}

/** Who has the next thing to do: whoever may do a task, else whoever may do anything. */
export const nextPerson = (offers: readonly TrialOffer[], now: string): string => {
  const possible = offers.filter((offer) => offer.possible);
  if (possible.some(({ person, task }) => person === now && task !== undefined)) return now;
  return (possible.find(({ task }) => task !== undefined) ?? possible.find(({ person }) => person === now) ?? possible[0])?.person ?? now;
};
