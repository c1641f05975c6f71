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
  for (const offer of offers) {
    const { caseId, process, task, form } = offer;
    const held = cases.find((each) => each.caseId === caseId)?.state.tasks.find(({ id }) => id === task);
    const key = `${caseId} ${task ?? ''} ${form ?? (task === undefined ? offer.event : '')}`;
    const known = groups.get(key);
    groups.set(
      key,
      known
        ? { ...known, offers: [...known.offers, offer] }
        : {
            key,
            caseId,
            process,
            step: held?.step,
            form,
            isTask: held !== undefined && form === formOf(held, offer, offers),
            offers: [offer],
          },
    );
  }
  return [...groups.values()].sort((one, other) => Number(!one.isTask) - Number(!other.isTask));
}

/** The form of the task itself, whatever is offered first; where none of its buttons takes that one, the form of the first. */
function formOf(held: { readonly form?: string }, { caseId, task }: TrialOffer, offers: readonly TrialOffer[]): string | undefined {
  const forms = offers.filter((each) => each.caseId === caseId && each.task === task).map(({ form }) => form);
  return forms.includes(held.form) ? held.form : forms[0];
}

/** Who has the next thing to do: whoever may do a task, else whoever may do anything. */
export const nextPerson = (offers: readonly TrialOffer[], now: string): string => {
  const possible = offers.filter((offer) => offer.possible);
  if (possible.some(({ person, task }) => person === now && task !== undefined)) return now;
  return (possible.find(({ task }) => task !== undefined) ?? possible.find(({ person }) => person === now) ?? possible[0])?.person ?? now;
};
