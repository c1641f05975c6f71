import { broken, type Graph, type Occurrence, type Party, pathOfRun, search, type Watch } from '@redress/engine';
import type { Element } from './element.ts';
import { type Examined, type Found, failing, failuresMost, held, judge, undecided, vacuous } from './examined.ts';
import { handsOverTo } from './handovers.ts';
import { holds } from './holds.ts';
import { and, by, event, type Predicate } from './predicate.ts';
import type { Property } from './property.ts';
import { isSent } from './said.ts';
import type { Failure } from './verdict.ts';

/**
 * Whoever did the one may not do a later other. The same step again is another once the complainant has said no to what came of it, and the same piece of
 * work before. Whoever a task went over to may have done it as well.
 */
export function checkDistinct(examined: Examined, { one, other }: Extract<Property, { readonly form: 'distinct' }>): Found {
  const { graph, elements } = examined;
  const steps = [...graph.states.keys()].map((id) => elements.whole(id)).filter(({ isResting }) => isResting);
  const firsts = steps.filter((step) => holds(one, step, graph.definition));
  const others = steps.filter((step) => holds(other, step, graph.definition));
  const partyOf = (id: string) => graph.definition.roles[id]?.party;
  const isRefused = judge(examined, refusal);
  const isEverRefused = graph.occurrences.some(isRefused);
  const pairs = firsts.flatMap((first) =>
    others.flatMap((later) => {
      const isSame = later.step === first.step || isOneReview(graph, first, later);
      if (isSame && !isEverRefused) return [];
      const enders = completersOf(examined, later);
      return doersOf(examined, first, one).map((doer) => ({ first, later, isSame, enders: enders.get(doer.role), ...doer }));
    }),
  );
  if (pairs.length === 0) return vacuous;
  const failures: Failure[] = [];
  let isDefinite = false;
  let isIncomplete = false;
  for (const { first, later, isSame, role, party = partyOf(role), does, enders } of pairs) {
    if (failures.length >= failuresMost) break;
    // People of different sides are different people. What a procedure of its own does, people of the organisation do.
    const isAway = later.excludes.includes(role) || party !== (later.role === undefined ? 'organisation' : partyOf(later.role));
    // Whoever may press another button of the step is not kept away from that by its task.
    if (isAway && !enders) continue;
    const isDone = (occurrence: Occurrence): boolean =>
      occurrence.is === 'entered'
        ? !isAway && occurrence.state === later.step
        : occurrence.is === 'taken' && enders?.has(occurrence.row) === true;
    const over = isSame ? refused : done;
    const sees: Watch['sees'] = (seen, occurrence) => {
      if (seen === over && isDone(occurrence)) return broken;
      if (seen === refused) return refused;
      return isSame && seen === done && isRefused(occurrence) ? refused : does(seen, occurrence);
    };
    const found = search(graph, { states: 4, sees }, 1);
    isIncomplete ||= found.isIncomplete;
    for (const run of found.breaks) {
      isDefinite ||= run.isDefinite;
      failures.push({ element: later.address, facts: { first: first.step, state: later.step, role }, path: pathOfRun(graph, run.edges) });
    }
  }
  if (failures.length > 0) return failing(failures, isDefinite);
  return isIncomplete ? undecided(examined) : held(others.map(({ address }) => address));
}

/** The complainant says no to what came of a piece of work: what is done then is another. */
export const refusal = and(event('reject'), by('complainant'));

/** Steps of one level, by one role, are one piece of work, in however many steps it is drawn. */
function isOneReview({ states }: Graph, first: Element, later: Element): boolean {
  const levelOf = ({ step }: Element): string | undefined => [...(states.get(step)?.tags ?? [])].find((tag) => tag.startsWith('level:'));
  return first.role !== undefined && first.role === later.role && levelOf(first) !== undefined && levelOf(first) === levelOf(later);
}

/** A role whose holder may have done a task, and what is seen of that on a run. */
interface Doer {
  readonly role: string;
  /** Of a role that only the sub-procedure knows. */
  readonly party?: Party | undefined;
  readonly does: Watch['sees'];
}
const handed = 1;
const done = 2;
const refused = 3;

/**
 * The role of the task does it where the case comes in; one that it goes over to, where it ends the task before it goes on to others; and whoever else
 * may complete it, where he does.
 */
function doersOf(examined: Examined, first: Element, one: Predicate): readonly Doer[] {
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
  const inside = [...doersInside(examined, step, one)].map(([role, party]) => ({ role, party, does: entering }));
  return [...(own === undefined ? [] : [{ role: own, does: entering }]), ...inside, ...taking, ...completing];
}

/** Who may have done it in the procedure that the step starts: a later one, started beside it, knows of them only by what keeps them away here. */
function doersInside({ graph, contractOf }: Examined, step: string, one: Predicate): ReadonlyMap<string, Party | undefined> {
  const invoke = graph.states.get(step)?.definition.invoke;
  const tasks = invoke?.src === 'case' ? (contractOf(invoke.input.definition)?.tasks ?? []) : [];
  const doing = tasks.filter((task) => holds(one, task.step, task.definition));
  return new Map(doing.flatMap(({ roles, definition }) => roles.map((role) => [role, definition.roles[role]?.party] as const)));
}

/**
 * Other roles that may take a way by which the task is completed, or that files what it is to file; with these rows. Where the role of the task has no
 * way on, whoever has one does the step.
 */
function completersOf({ elements }: Examined, { step, role: own, records }: Element): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const ways = elements.all().filter(({ way }) => way && way.row.source === step && way.row.target !== undefined && isSent(way.row));
  const isOthers = !ways.some(({ way }) => way?.completes);
  for (const { way, records: filed } of ways) {
    if (!way || !(isOthers || way.completes || [...records].some((record) => filed.has(record)))) continue;
    for (const role of way.senders) if (role !== own) found.set(role, (found.get(role) ?? new Set()).add(way.row.at));
  }
  return found;
}
