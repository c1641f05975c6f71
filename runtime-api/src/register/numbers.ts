import type { Numbers } from '../ports.ts';
import type { OrganisationDocument } from '../store/models/organisation.ts';
import type { Store } from '../store/store.ts';
import { seriesOf } from './number-pattern.ts';
import { numberWaiting, type Waiting } from './number-waiting.ts';

/** Numbers given in one write of the counter: what a crash in between leaves to the next one to write. */
const togetherMax = 100;

interface Place {
  readonly waiting: Waiting;
  readonly numbered: (number: string) => void;
  readonly failed: (problem: unknown) => void;
}

/**
 * Register numbers of this process: whoever waits while a series is being written gets his number together with the others, in the order of waiting.
 * Other processes are kept apart by the counter itself.
 */
export function openNumbers(store: Store): Numbers {
  const queues = new Map<string, Place[]>();

  const workOff = async (series: string, queue: Place[], given: Parameters<typeof numberWaiting>[0]): Promise<void> => {
    while (queue.length > 0) {
      const places = queue.splice(0, togetherMax);
      try {
        const numbers = await numberWaiting(
          given,
          places.map((place) => place.waiting),
          store,
        );
        for (const { waiting, numbered, failed } of places) {
          const number = numbers.get(waiting.caseId);
          if (number === undefined) failed(new Error(`No number for case ${waiting.caseId}`));
          else numbered(number);
        }
      } catch (problem) {
        for (const { failed } of places) failed(problem);
      }
    }
    queues.delete(series);
  };

  return {
    take: async ({ organisation, kind, caseId, at }) => {
      const settings = await store.organisations.findOne({ organisation, _id: organisation }).lean<OrganisationDocument>();
      if (settings === null) throw new Error(`No organisation ${organisation}`);
      const year = yearOf(at, settings.timeZone);
      const { series, pattern } = seriesOf(kind, settings, year);
      const id = `${organisation}:${series}`;
      return new Promise<string>((numbered, failed) => {
        const place = { waiting: { caseId, at }, numbered, failed };
        const queue = queues.get(id);
        if (queue !== undefined) {
          queue.push(place);
          return;
        }
        const begun = [place];
        queues.set(id, begun);
        void workOff(id, begun, { organisation, series, pattern, year });
      });
    },
  };
}

const years = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes longer than a hundred uses of it. */
function yearOf(at: string, timeZone: string): string {
  const format = years.get(timeZone) ?? new Intl.DateTimeFormat('en-CA-u-ca-gregory', { year: 'numeric', timeZone });
  years.set(timeZone, format);
  return format.format(new Date(at));
}
