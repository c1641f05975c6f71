import type { Json } from '@redress/engine';
import type { Together, WriteAtOnce } from '../../../runtime-api/src/store/at-once.ts';
import type { Commit } from '../../../runtime-api/src/store/commit.ts';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
import { type Around, around, sets, withoutInFilter } from '../around.ts';
import { type OpenPorts, onStore } from '../checks/check.ts';
import type { Fault } from './rows.ts';

export const revisionDropped: Fault<OpenPorts> = (ports, hit) =>
  onStore(
    ports,
    around(ports.store, 'cases', {
      updateOne: (proceed, words) => {
        hit();
        return proceed(...withoutInFilter(words, 'revision'));
      },
    }),
  );

export const seenDropped: Fault<OpenPorts> = (ports, hit) => ({
  ...ports,
  journal: {
    answerTo: async () => {
      hit();
      return undefined;
    },
  },
});

export const fenceDropped: Fault<OpenPorts> = (ports, hit) => {
  const updateOne: Around = (proceed, words) => {
    if (!sets(words, 'doneAt')) return proceed(...words);
    hit();
    return proceed(...withoutInFilter(words, 'fence'));
  };
  return { ...ports, store: around(ports.store, 'effects', { updateOne }) };
};

export const doneMarkDropped: Fault<OpenPorts> = (ports, hit) => {
  const updateOne: Around = (proceed, words) => {
    if (!sets(words, 'doneAt')) return proceed(...words);
    hit();
    return Promise.resolve({ acknowledged: true, matchedCount: 1, modifiedCount: 1, upsertedCount: 0, upsertedId: null });
  };
  return { ...ports, store: around(ports.store, 'effects', { updateOne }) };
};

/** Settles first, then commits. */
export const effectsFirst: Fault<OpenPorts> = (ports, hit) => ({
  ...ports,
  cases: {
    ...ports.cases,
    commit: async (commit) => {
      hit();
      await ports.settle(commit);
      return ports.cases.commit(commit);
    },
  },
});

export const timerKept: Fault<OpenPorts> = (ports, hit) => {
  const before = new Map<string, readonly Json[]>();
  return {
    ...ports,
    cases: {
      ...ports.cases,
      load: async (which, fresh) => {
        const loaded = await ports.cases.load(which, fresh);
        if (loaded.ok) before.set(which.caseId, loaded.value.document.timers);
        return loaded;
      },
      commit: (commit) => {
        const fired = (before.get(commit.caseId) ?? []).filter((timer) => idOf(timer) === firedBy(commit));
        if (fired.length === 0) return ports.cases.commit(commit);
        hit();
        const timers = [...fired, ...commit.document.timers];
        const nextDueAt = timers.map((timer) => String(Reflect.get(Object(timer), 'dueAt'))).sort()[0];
        return ports.cases.commit({
          ...commit,
          document: { ...commit.document, timers, ...(nextDueAt === undefined ? {} : { nextDueAt }) },
          state: { ...commit.state, timers: timers as unknown as typeof commit.state.timers },
        });
      },
    },
  };
};

const idOf = (timer: Json): string => `timer:${Reflect.get(Object(timer), 'id')}:${Reflect.get(Object(timer), 'armedRevision')}`;
const firedBy = (commit: Commit): string => commit.unsettled.steps.at(-1)?.line.eventId ?? '';

export const clockAhead: Fault<OpenPorts> = (ports, hit) => ({
  ...ports,
  clock: {
    ...ports.clock,
    now: () => {
      hit();
      return ports.clock.now() + 50;
    },
  },
});

/** Asks for the case alone, and calls it a sweep so that nobody objects. Cases are read by the model and written as ever. */
export const organisationDropped: Fault<OpenPorts> = (ports, hit) => {
  const findOne: Around = (proceed, words) => {
    hit();
    return sweep(Object(proceed(...withoutInFilter(words, 'organisation'))), 'verify');
  };
  const { atOnce } = ports.store;
  return onStore(ports, { ...around(ports.store, 'cases', { findOne }), ...(atOnce === undefined ? {} : { atOnce }) });
};

/** The line is said to be copied, and is not. */
export const lineDropped: Fault<OpenPorts> = (ports, hit) => {
  const insertMany = async () => {
    hit();
    return [];
  };
  return onStore(ports, around(ports.store, 'journal', { insertMany }));
};

/** The store is asked to replace whatever stands there, until it did: clients in step with each other would else all be refused by what they read. */
export const revisionDroppedAtOnce: Fault<OpenPorts> = (ports, hit) =>
  writingAtOnce(ports, async (together, real) => {
    const { organisation, _id } = together.document;
    for (;;) {
      const stands = await ports.store.cases.findOne({ organisation, _id }, { revision: 1 }).lean<{ readonly revision: number }>();
      if (stands !== null && stands.revision !== together.expected) hit();
      if (await real({ ...together, expected: stands?.revision ?? 0 })) return true;
    }
  });

/** The line is not among what goes with its case. */
export const lineDroppedAtOnce: Fault<OpenPorts> = (ports, hit) =>
  writingAtOnce(ports, (together, real) => {
    hit();
    return real({ ...together, rows: together.rows.filter(({ collection }) => collection !== 'journal') });
  });

function writingAtOnce(ports: OpenPorts, hand: (together: Together, real: WriteAtOnce) => Promise<boolean>): OpenPorts {
  const { atOnce } = ports.store;
  if (atOnce === undefined) throw new Error('This store takes copies afterwards');
  return onStore(ports, { ...ports.store, atOnce: (together) => hand(together, atOnce) });
}

/** Nobody knows any more that a case came from memory. */
export const staleRefusal: Fault<OpenPorts> = (ports, hit) => ({
  ...ports,
  cases: {
    ...ports.cases,
    load: async (which, fresh) => {
      const loaded = await ports.cases.load(which, fresh);
      if (!loaded.ok || !loaded.value.cached) return loaded;
      hit();
      return { ...loaded, value: { ...loaded.value, cached: false } };
    },
  },
});
