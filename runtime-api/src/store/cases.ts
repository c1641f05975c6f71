import { ok, refuse } from '@redress/engine';
import type { Cases, LoadedCase } from '../ports.ts';
import { togetherWithCopies } from '../settle/together.ts';
import { stateOf } from './case-state.ts';
import type { Commit } from './commit.ts';
import { insertNew } from './insert-new.ts';
import type { CaseDocument } from './models/case.ts';
import { ownRows } from './schema.ts';
import type { Store } from './store.ts';
import { nothingUnsettled, storedUnsettled, unsettledAfter, unsettledOf } from './unsettled.ts';

/** Reads and writes of case documents, with the latest ones in memory: a lost compare-and-set or a refusal is decided again on a fresh read. */
export function openCases(store: Store, cachedMax = 2_000): Cases {
  const cache = new Map<string, LoadedCase>();
  const keyOf = (which: { readonly organisation: string; readonly caseId: string }): string => `${which.organisation}\n${which.caseId}`;
  const keep = (key: string, loaded: LoadedCase): void => {
    cache.delete(key);
    cache.set(key, loaded);
    const oldest = cache.size > cachedMax ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
  };
  const remember = (commit: Commit, document: CaseDocument): void => {
    const key = keyOf(commit);
    const eventIds = eventIdsAfter(commit, cache.get(key));
    keep(key, { document, state: commit.state, cached: true, ...(eventIds === undefined ? {} : { eventIds }) });
  };
  const copied = new WeakSet<Commit>();
  const write = async (commit: Commit, alone: (document: CaseDocument) => Promise<boolean>): Promise<boolean> => {
    const together = store.atOnce && togetherWithCopies(commit);
    const document = together ? commit.document : withUnsettled(commit);
    const written = await (store.atOnce && together ? store.atOnce(together) : alone(document));
    if (written) remember(commit, document);
    if (written && together) copied.add(commit);
    return written;
  };

  return {
    load: async (which, fresh) => {
      const key = keyOf(which);
      const cached = fresh ? undefined : cache.get(key);
      if (cached !== undefined) return ok(cached);
      const document = await store.cases.findOne({ organisation: which.organisation, _id: which.caseId }).lean<CaseDocument>();
      if (document === null) {
        cache.delete(key);
        return refuse({ code: 'case-not-found', caseId: which.caseId });
      }
      // The very case that is in memory: what is known of it beside the document, what is copied above all, stays known.
      const known = cache.get(key);
      const loaded = known !== undefined && sameCase(known.document, document) ? known : { document, state: stateOf(document) };
      keep(key, { ...loaded, cached: true });
      return ok({ ...loaded, cached: false });
    },
    commit: async (commit) => {
      const { organisation, caseId, expected } = commit;
      const written = await write(commit, async (document) => {
        const answer = await store.cases.updateOne({ organisation, _id: caseId, revision: expected }, changesOf(document));
        return answer.matchedCount === 1;
      });
      if (!written) cache.delete(keyOf(commit));
      return written;
    },
    insert: (commit) => write(commit, (document) => insertNew(() => store.cases.insertMany([document], ownRows))),
    copied: (commit) => copied.has(commit),
    settled: (which, revision) => {
      const known = cache.get(keyOf(which));
      if (known === undefined || known.document.revision < revision) return;
      // Nearly always the last commit is the one that was copied: then nothing is left.
      const unsettled =
        known.document.revision === revision
          ? storedUnsettled(nothingUnsettled)
          : storedUnsettled(unsettledAfter(unsettledOf(known.document), revision));
      cache.set(keyOf(which), {
        ...known,
        document: { ...known.document, unsettled },
      });
    },
    forget: (which) => {
      cache.delete(keyOf(which));
    },
  };
}

/** The case as it stands until its copies are made. */
const withUnsettled = ({ document, unsettled }: Commit): CaseDocument => ({
  ...document,
  unsettled: storedUnsettled(unsettled),
  unsettledAt: document.updatedAt,
});

const sameCase = (one: CaseDocument, other: CaseDocument): boolean => one.revision === other.revision && one.head.hash === other.head.hash;

/** Enough for a case that runs while we run; a longer life is looked up in its journal. */
const eventIdsMax = 100;

function eventIdsAfter(commit: Commit, before: LoadedCase | undefined): ReadonlySet<string> | undefined {
  const id = commit.unsettled.steps.at(-1)?.line.eventId;
  const known = commit.expected === 0 ? new Set<string>() : before?.document.revision === commit.expected ? before.eventIds : undefined;
  return id === undefined || known === undefined || known.size >= eventIdsMax ? undefined : new Set([...known, id]);
}

/** Fields that a step may take away; all others are always there. */
const removable = ['nextDueAt', 'outcome', 'severity', 'failedAt', 'standing'] as const;

/** Whole values by `$set`; a field that is gone by `$unset`. */
function changesOf(document: CaseDocument): {
  readonly $set: object;
  readonly $unset?: { readonly [field: string]: '' };
} {
  const { _id, organisation, createdAt, definition, channel, startedAt, hops, businessKey, parent, ...changing } = document;
  const gone = removable.filter((field) => document[field] === undefined);
  return gone.length === 0
    ? { $set: changing }
    : {
        $set: changing,
        $unset: Object.fromEntries(gone.map((field) => [field, ''])),
      };
}
