import type { Definition } from '@redress/engine';
import { doing } from './contracts.ts';
import type { Element, Way } from './element.ts';
import { canBeNamed } from './named-persons.ts';
import type { Predicate } from './predicate.ts';
import { isOffice, namesOf } from './role-names.ts';
import { isOf } from './said.ts';

/** Whether a predicate holds of an element. */
export function holds(predicate: Predicate, element: Element, definition: Definition): boolean {
  switch (predicate.is) {
    case 'and':
      return predicate.of.every((each) => holds(each, element, definition));
    case 'or':
      return predicate.of.some((each) => holds(each, element, definition));
    case 'not':
      return !holds(predicate.of, element, definition);
    case 'any':
      return true;
    default:
      return isWord(predicate) ? ofWay(predicate, element, definition) : ofStep(predicate, element, definition);
  }
}

type Composed = Extract<Predicate, { readonly is: 'and' | 'or' | 'not' | 'any' }>;
const ofWays = [
  'done',
  'event',
  'ended-by',
  'by',
  'open-to',
  'consent',
  'binding',
  'timer',
  'overdue',
  'stays',
  'lapses',
  'from-wait',
  'from-stage',
  'to',
  'target-tells',
  'reported',
] as const;
type WayPredicate = Extract<Predicate, { readonly is: (typeof ofWays)[number] }>;
type StepPredicate = Exclude<Predicate, Composed | WayPredicate>;
const isWord = (predicate: Exclude<Predicate, Composed>): predicate is WayPredicate => ofWays.some((each) => each === predicate.is);

/** What a step says of itself, and what both steps and ways do: telling, filing, asking. */
function ofStep(predicate: StepPredicate, element: Element, definition: Definition): boolean {
  const isStep = element.is === 'step';
  switch (predicate.is) {
    case 'stage':
      return isStep && predicate.stages.some((stage) => element.stages.has(stage));
    case 'end':
      return (
        isStep &&
        element.isEnd &&
        (predicate.outcomes.length === 0 ||
          (element.outcome !== undefined && predicate.outcomes.includes(meaningOfEnd(element.outcome, definition))))
      );
    case 'resting':
      return isStep && element.isResting;
    case 'bound-for':
      return isStep && isBoundFor(predicate.outcomes, element.endings());
    case 'role':
      return (
        element.role !== undefined &&
        isOffice(element.role, definition) &&
        namesOf(element.role, definition).some((name) => predicate.roles.includes(name))
      );
    case 'party':
      return rolesOf(element, definition).every((role) => role?.party === predicate.party);
    case 'independent':
      return rolesOf(element, definition).every((role) => role?.independent === true);
    case 'accountable':
      return element.owner !== undefined && Object.hasOwn(definition.roles, element.owner);
    case 'waits':
      return isStep && element.isResting && element.waits === predicate.for;
    case 'deadline':
      return element.deadlines.length > 0;
    case 'progress':
      return element.hasProgress;
    case 'no-charge':
      return !element.isCharged;
    default:
      return (
        missing(predicate, element, definition).length === 0 &&
        (predicate.is !== 'tells' || predicate.contents.length > 0 || element.told.has(predicate.to))
      );
  }
}

/** A complaint or a dispute that is given up is unresolved, by whatever name: only what recurs can be abandoned, retired or ended. */
const meaningOfEnd = (outcome: string, { kind }: Definition): string =>
  kind !== 'code' && kind !== 'satisfaction' && ['abandoned', 'retired', 'ended'].includes(outcome) ? 'unresolved' : outcome;

/** Whose the task is, or who answers for the step, and to whom it may go over. */
const rolesOf = ({ role, owner, handedTo }: Element, { roles }: Definition): readonly (Definition['roles'][string] | undefined)[] =>
  [role ?? owner, ...handedTo].map((id) => (id === undefined ? undefined : roles[id]));

function ofWay(predicate: WayPredicate, element: Element, definition: Definition): boolean {
  const { way } = element;
  if (!way) return false;
  switch (predicate.is) {
    case 'done':
      return way.completes && element.records.has(predicate.record);
    case 'event':
      return way.acts.some((act) => predicate.acts.includes(act));
    case 'ended-by':
      return way.mayEnd.has(doing(predicate.act, predicate.party));
    case 'by':
      return isBy(way, predicate.sender, definition);
    case 'open-to':
      return way.senders.some((role) => isSender(role, predicate.sender, definition));
    case 'consent':
      return predicate.parties.every((party) => way.consent.includes(party) && (party === 'organisation' || isBy(way, party, definition)));
    case 'binding':
      return way.isBinding;
    case 'timer':
      return way.isTimer;
    case 'overdue':
      return way.isTimer && way.from.some(({ waits }) => waits === 'organisation');
    case 'stays':
      return way.row.target === undefined;
    case 'lapses':
      return isLapsing(way);
    case 'from-wait':
      return way.from.some(({ waits }) => waits === predicate.for);
    case 'from-stage':
      return way.from.some(({ stages }) => predicate.stages.some((stage) => stages.has(stage)));
    case 'to':
      return way.leadsTo.some((step) => holds(predicate.target, step, definition));
    case 'reported':
      return [element, ...way.leadsTo].some((each) => [...each.told.keys()].some((who) => isAbove(who, way, definition)));
    case 'target-tells':
      return [element, ...way.leadsTo].some((each) => holds({ ...predicate, is: 'tells' }, each, definition));
  }
}

/** The only deadline of the step passes, and nothing is left that ends the wait. */
const isLapsing = ({ row, from }: Way): boolean =>
  row.via === 'after' &&
  row.target === undefined &&
  from.some(({ deadlines }) => deadlines.length > 0 && deadlines.every((delay) => delay === row.name));

/** One of these at least is still ahead, and none but them and a withdrawal. */
const isBoundFor = (outcomes: readonly string[], endings: ReadonlySet<string>): boolean =>
  outcomes.some((each) => endings.has(each)) && [...endings].every((each) => each === 'withdrawn' || outcomes.includes(each));

const isBy = ({ senders }: Way, sender: string, definition: Definition): boolean =>
  senders.length > 0 && senders.every((role) => isSender(role, sender, definition));

/** A role by its id, its party, or what rules call it. */
const isSender = (role: string, sender: string, definition: Definition): boolean =>
  isOf(role, sender, definition) || namesOf(role, definition).includes(sender);

/** Somebody of the organisation other than whoever is late. */
const isAbove = (who: string, { from }: Way, { roles }: Definition): boolean =>
  roles[who]?.party === 'organisation' && roles[who]?.heldBy === undefined && from.every(({ role }) => role !== who);

/** The words of a predicate that an element lacks; empty where nothing is missing, or where it is no matter of words. */
export function missing(predicate: Predicate, element: Element, definition: Definition): readonly string[] {
  switch (predicate.is) {
    case 'and':
      return predicate.of.flatMap((each) => missing(each, element, definition));
    case 'or':
      return predicate.of.some((each) => holds(each, element, definition))
        ? []
        : [...new Set(predicate.of.flatMap((each) => missing(each, element, definition)))];
    case 'tells': {
      const told = element.told.get(predicate.to);
      return predicate.contents.filter((content) => !told?.has(content));
    }
    case 'target-tells': {
      const told = [element, ...(element.way?.leadsTo ?? [])].flatMap((each) => [...(each.told.get(predicate.to) ?? [])]);
      return predicate.contents.length > 0 ? predicate.contents.filter((content) => !told.includes(content)) : [predicate.to];
    }
    case 'records':
      return predicate.records.filter((record) => !element.records.has(record));
    case 'files':
      return predicate.records.filter((record) => !element.filed.has(record));
    case 'fields':
    case 'fills':
    case 'asks':
      return predicate.fields.filter((field) => !element[predicate.is].has(field));
    case 'excludes':
      return predicate.roles.filter((role) => !excludesRole(role, element, definition));
    case 'hides':
      return predicate.records.filter((record) => !element.hides.includes(record));
    default:
      return [];
  }
}

const excludesRole = (role: string, { excludes }: Element, definition: Definition): boolean =>
  excludes.some((each) => namesOf(each, definition).includes(role) && (role !== 'subject' || canBeNamed(each, definition)));
