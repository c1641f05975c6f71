import type { Failure } from '../check/verdict.ts';
import { meanings, measures } from '../clauses/evidence.ts';
import { copyOf, type Draft, wordsFor } from './draft.ts';
import { roleFor, sourcesFor } from './material.ts';

/** What follows from the drawing by itself. */
const generated: ReadonlySet<string> = new Set(['channels', 'steps', 'timescales', 'contact']);

/** Published by itself where it can be; else a gap for the words: what is promised to the public is nobody else's to invent. */
export function publish(draft: Draft, names: readonly string[]): boolean {
  const published = draft.publishes ?? {};
  draft.publishes = published;
  for (const name of names) published[name] = generated.has(name) ? 'generated' : wordsFor(draft);
  return true;
}

/** The procedures that belong together with it, by the names that ours have. */
export function link(draft: Draft, names: readonly string[]): boolean {
  draft.links = [...(draft.links ?? []), ...names];
  return true;
}

/** A target as our own procedures have it, for the owner of the process to change. */
export function measure(draft: Draft, names: readonly string[]): boolean {
  const kpis = draft.kpis ?? {};
  draft.kpis = kpis;
  for (const name of names) {
    const ready = sourcesFor(draft).flatMap((source) => {
      const kpi = source.kpis?.[name];
      return kpi && (kpi.atLeast !== undefined || kpi.atMost !== undefined) ? [kpi] : [];
    })[0];
    const usual = measures.get(name);
    if (!ready && !usual) return false;
    kpis[name] = {
      ...(kpis[name] ?? (usual ? { unit: usual.unit, per: usual.per } : {})),
      ...copyOf(ready ?? {}),
      ...(meanings.kpis.has(name) ? {} : { title: wordsFor(draft) }),
    };
    if (!ready) return false;
  }
  return true;
}

export function openChannels(draft: Draft, { count, least, missing }: Failure['facts']): boolean {
  const channels = draft.channels ?? [];
  draft.channels = channels;
  const more = [...(Array.isArray(missing) ? missing.map(String) : []), 'email', 'web'].filter((each) => !channels.includes(each));
  // One without internet first: it may be all that lacks.
  do channels.push(more.shift() ?? 'letter');
  while (channels.length < Number(least) && more.length > 0);
  return channels.length > Number(count);
}

/** The policy is the organisation's own: which version it is, somebody has to say. */
export function declare(draft: Draft, what: 'policy' | 'retention'): boolean {
  const [source] = sourcesFor(draft).filter((each) => each[what] !== undefined);
  if (what === 'policy') draft.policy = { id: source?.policy?.id ?? 'policy', version: wordsFor(draft)[draft.languages[0] ?? 'en'] ?? '' };
  else if (source?.retention) {
    const { text: _, ...times } = copyOf(source.retention);
    draft.retention = times;
  }
  return draft[what] !== undefined;
}

/** What somebody must be able to do, as the same role of ours asks; a role that we do not have is asked what its side is asked. */
export function askCompetence(draft: Draft, role: string): boolean {
  const own = draft.roles[role];
  if (!own) return false;
  const same = sourcesFor(draft).flatMap(({ roles }) => roles[role]?.competence ?? [])[0];
  own.competence = [same ?? (own.party === 'provider' ? 'dispute-resolution' : 'complaints-handling')];
  return true;
}

/** A personal field is read by those who read it in ours, else by those who do tasks for us; never by whoever is complained about. */
export function restrict(draft: Draft, field: string): boolean {
  const own = draft.data[field];
  if (!own) return false;
  const isSubject = (role: string): boolean => draft.roles[role]?.heldBy !== undefined;
  const ready = sourcesFor(draft).flatMap(({ data }) => data[field]?.visibleTo ?? []);
  const wanted =
    own.visibleTo ?? (ready.length > 0 ? ready : Object.keys(draft.roles).filter((id) => draft.roles[id]?.party === 'organisation'));
  own.visibleTo = [...new Set(wanted)].filter((role) => Object.hasOwn(draft.roles, role) && !isSubject(role));
  return own.visibleTo.length > 0;
}

export const addRoles = (draft: Draft, names: readonly string[]): boolean => names.every((name) => roleFor(name, draft) !== undefined);
