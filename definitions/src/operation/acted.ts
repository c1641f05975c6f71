import type { Elements } from '../check/element.ts';
import type { Happened } from './run.ts';

/** A person who ended a step's task, or answered in it, by the line that says so. */
export interface Acted {
  readonly person: string;
  readonly step: string;
  readonly role: string;
  readonly revision: number;
  readonly at: string;
}

/** Who acted where, oldest first: both the person and the one acted for, by ways that the step's own role takes, or one to which its task may have gone over. */
export const actedIn = (happened: readonly Happened[], elements: Elements): readonly Acted[] =>
  happened.flatMap(({ occurrence, line: { by, revision, at } }) => {
    const way = occurrence.is === 'taken' ? elements.of(occurrence).way : undefined;
    if (!by || occurrence.is !== 'taken' || !way?.completes) return [];
    const persons = [by.person, by.onBehalfOf].filter((person) => person !== undefined);
    return occurrence.from.flatMap((step) => {
      const { role: own, handedTo } = elements.whole(step);
      // Who may take the task over may take what its own role may.
      const able =
        own !== undefined && way.senders.includes(own) ? [own, ...handedTo] : handedTo.filter((each) => way.senders.includes(each));
      const role = able.find((each) => by.roles.includes(each));
      return role === undefined ? [] : persons.map((person) => ({ person, step, role, revision, at }));
    });
  });

/** Those who act where the step keeps away whoever held a role before. */
export const actedAlthoughExcluded = (acted: readonly Acted[], elements: Elements): readonly Acted[] =>
  acted.filter(({ person, step, revision }) => {
    const { excludes } = elements.whole(step);
    return acted.some((before) => before.revision < revision && before.person === person && excludes.includes(before.role));
  });
