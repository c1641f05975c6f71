import { broken, pathOfRun, search, type Watch } from '@redress/engine';
import type { Element } from './element.ts';
import { type Examined, type Found, failing, failuresMost, held, undecided, vacuous } from './examined.ts';
import { handsOverTo } from './handovers.ts';
import { holds } from './holds.ts';
import type { Property } from './property.ts';
import { isSent } from './said.ts';
import type { Failure } from './verdict.ts';

/** Whoever did the one may not do a later other; the same step again is no other. Whoever a task went over to may have done it as well. */
export function checkDistinct(examined: Examined, { one, other }: Extract<Property, { readonly form: 'distinct' }>): Found {
  const { graph, elements } = examined;
  const steps = [...graph.states.keys()].map((id) => elements.whole(id)).filter(({ isResting }) => isResting);
  const firsts = steps.filter((step) => step.role !== undefined && holds(one, step, graph.definition));
  const others = steps.filter((step) => holds(other, step, graph.definition));
  const partyOf = (id: string) => graph.definition.roles[id]?.party;
  const pairs = firsts.flatMap((first) =>
    others
      .filter((later) => later.step !== first.step)
      .flatMap((later) => doersOf(examined, first).map((doer) => ({ first, later, ...doer }))),
  );
  if (pairs.length === 0) return vacuous;
  const failures: Failure[] = [];
  let isDefinite = false;
  let isIncomplete = false;
  for (const { first, later, role, does } of pairs) {
    if (failures.length >= failuresMost) break;
    if (later.excludes.includes(role)) continue;
    // People of different sides are different people. What a procedure of its own does, people of the organisation do.
    if (partyOf(role) !== (later.role === undefined ? 'organisation' : partyOf(later.role))) continue;
    const sees: Watch['sees'] = (seen, occurrence) =>
      seen === done && occurrence.is === 'entered' && occurrence.state === later.step ? broken : does(seen, occurrence);
    const found = search(graph, { states: 3, sees }, 1);
    isIncomplete ||= found.isIncomplete;
    for (const run of found.breaks) {
      isDefinite ||= run.isDefinite;
      failures.push({ element: later.address, facts: { first: first.step, state: later.step, role }, path: pathOfRun(graph, run.edges) });
    }
  }
  if (failures.length > 0) return failing(failures, isDefinite);
  return isIncomplete ? undecided(examined) : held(others.map(({ address }) => address));
}

/** A role whose holder may have done a task, and what is seen of that on a run. */
interface Doer {
  readonly role: string;
  readonly does: Watch['sees'];
}
const handed = 1;
const done = 2;

/**
 * The role of the task does it where the case comes in; one that it goes over to, where it ends the task before it goes on to others; and whoever else
 * may complete it, where he does.
 */
function doersOf(examined: Examined, first: Element): readonly Doer[] {
  const { graph } = examined;
  const { step, role: own, handedTo } = first;
  const entering: Watch['sees'] = (seen, occurrence) => (occurrence.is === 'entered' && occurrence.state === step ? done : seen);
  const handedOver = (role: string): Watch['sees'] => {
    return (seen, occurrence) => {
      if (seen === done) return done;
      if (occurrence.is === 'entered') return occurrence.state === step ? 0 : seen;
      const row = occurrence.is === 'taken' && occurrence.from.includes(step) ? graph.rows.get(occurrence.row) : undefined;
      if (!row) return seen;
      const to = handsOverTo(row);
      if (to !== undefined) return to === role ? handed : 0;
      const by = row.row.meta?.by ?? graph.definition.events[row.name]?.by;
      return seen === handed && isSent(row) && (by === undefined || by.includes(role)) ? done : seen;
    };
  };
  const taking = [...new Set(handedTo)].filter((role) => role !== own).map((role) => ({ role, does: handedOver(role) }));
  const completing = [...completersOf(examined, first)].map(([role, rows]): Doer => {
    return { role, does: (seen, occurrence) => (occurrence.is === 'taken' && rows.has(occurrence.row) ? done : seen) };
  });
  return [...(own === undefined ? [] : [{ role: own, does: entering }]), ...taking, ...completing];
}

/** Other roles that may take a way by which the task is completed, or that files what it is to file; with these rows. */
function completersOf({ elements }: Examined, { step, role: own, records }: Element): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { way, records: filed } of elements.all()) {
    if (!way || way.row.source !== step || way.row.target === undefined || !isSent(way.row)) continue;
    if (!way.completes && ![...records].some((record) => filed.has(record))) continue;
    for (const role of way.senders) if (role !== own) found.set(role, (found.get(role) ?? new Set()).add(way.row.at));
  }
  return found;
}
