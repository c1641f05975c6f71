import type { Definition, FreeRow, Graph, Occurrence, Party, Row } from '@redress/engine';
import { type ChildEnds, isProved } from './child-ends.ts';

/** Who did what by taking a way. */
export interface Said {
  readonly acts: readonly string[];
  readonly senders: readonly string[];
  readonly consent: readonly Party[];
  readonly isBinding: boolean;
}

export type Taken = Extract<Occurrence, { readonly is: 'taken' }>;
type Claim = NonNullable<Row['meta']>;

/** Where ways are read. */
export interface Surroundings {
  readonly graph: Graph;
  /** The role of the task of a step. */
  readonly roleOf: (step: string) => string | undefined;
  /** What is certain where a sub-procedure has ended. */
  readonly endsBehind: (taken: Taken) => ChildEnds | undefined;
}

/** A way that somebody takes, no clock. */
export const isSent = ({ via, name }: FreeRow): boolean => via === 'on' && !name.startsWith('clock.');

/**
 * Whether a button of one of these submits the form of a task: one that names who may press it does not, unless it asks that form itself. What another side
 * reports from outside was written down there.
 */
export const isSubmitted = (task: { readonly role: string; readonly form?: string }, steps: readonly string[], graph: Graph): boolean =>
  [...graph.rows.values()].some((row) => {
    if (!isSent(row) || !steps.includes(row.source)) return false;
    const { events, roles } = graph.definition;
    const event = events[row.name];
    const by = row.row.meta?.by ?? event?.by;
    const isReported = row.source === steps[0] && by?.some((role) => roles[role]?.party !== roles[task.role]?.party);
    return isReported || (event?.form === undefined ? by === undefined : event.form === task.form);
  });

const nothing: Said = { acts: [], senders: [], consent: [], isBinding: false };

/**
 * What a row says of itself is a claim. What nobody sent is nobody's act: silence is no answer, and neither is a letter that is out. A decision or an
 * ended stage only says in other words what moved the case there.
 */
export function saidOf(taken: Taken, around: Surroundings): Said {
  const row = around.graph.rows.get(taken.row);
  const claim = row?.row.meta ?? {};
  if (row && isSent(row)) {
    const event = around.graph.definition.events[row.name];
    return said({ ...claim, act: claim.act ?? event?.act ?? kebab(row.name) }, sendersOf(taken, row, around));
  }
  if (row?.via === 'done') return saidByEnd(taken, claim, around);
  const began = taken.began === undefined ? undefined : around.graph.occurrences[taken.began];
  const before = began?.is === 'taken' ? around.graph.rows.get(began.row) : undefined;
  if (began?.is !== 'taken' || !before) return nothing;
  if (before.via === 'done') return saidByEnd(began, claim, around);
  return isSent(before) ? said(claim, sendersOf(began, before, around)) : nothing;
}

/** A service speaks for itself alone. What is said of the end of a sub-procedure counts if that one bears it out, or never ends so. */
function saidByEnd(taken: Taken, claim: Claim, { graph, endsBehind }: Surroundings): Said {
  const { act, by = [] } = claim;
  const src = graph.states.get(graph.rows.get(taken.row)?.source ?? '')?.definition.invoke?.src;
  if (src !== 'case')
    return src === 'service' ? said({ ...(act !== undefined && { act }) }, by.includes('system') ? ['system'] : []) : nothing;
  const ends = endsBehind(taken);
  const isBorneOut = !ends || ends.outcomes.length === 0 || act === undefined || isProved({ act, by }, ends, graph.definition);
  return isBorneOut ? said(claim, by) : nothing;
}

const said = ({ act, consent = [], binding = false }: Claim, senders: readonly string[]): Said => ({
  acts: act === undefined ? [] : [act],
  senders,
  consent,
  isBinding: binding,
});

const sendersOf = ({ from }: Taken, { name, row }: FreeRow, { graph, roleOf }: Surroundings): readonly string[] =>
  row.meta?.by ?? graph.definition.events[name]?.by ?? from.flatMap((step) => roleOf(step) ?? []);

/** Ids as the vocabulary writes them: `rootCause` is `root-cause`. */
export const kebab = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What a field means in the vocabulary of the standards. */
export const meaningOf = (
  id: string,
  { data }: { readonly data: { readonly [field: string]: { readonly means?: string | undefined } } },
): string => data[id]?.means ?? kebab(id);

/** Whether a role is this one, or of this side. */
export const isOf = (role: string, sender: string, { roles }: Definition): boolean => role === sender || roles[role]?.party === sender;

/** Whose move it is: of a task the party of its role, else what the step says itself, else ours. */
export function waitOf(tags: readonly string[]): Party {
  const party = tags.find((tag) => tag.startsWith('wait:'))?.slice('wait:'.length);
  return party === 'complainant' || party === 'provider' || party === 'customer' ? party : 'organisation';
}
