import { type Actor, acceptedEvents, type Definition, type Offer, type Row, type State, type Text as Words } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import type { Caller } from '../caller.ts';
import type { OfferView } from '../shapes/work.ts';
import { formOfCase, words } from './form-view.ts';
import { own, type ReadCase } from './read-case.ts';

type View = Static<typeof OfferView>;

const outsideRoles = (definition: Definition): readonly string[] =>
  Object.entries(definition.roles)
    .filter(([, role]) => role.party !== 'organisation' && role.heldBy === undefined)
    .map(([id]) => id);

export interface OffersAsked {
  readonly actor: Actor;
  readonly caller: Caller;
  readonly at: string;
}

/**
 * What is possible now. For oneself, also what one may only record for somebody outside (`onBehalf`), or why not; for a person named, what that person could do.
 */
export function offersOf(read: ReadCase, { actor, caller, at }: OffersAsked): readonly View[] {
  if (read.runnable === undefined) return [];
  const { compiled, calendars } = read.runnable;
  const mine = acceptedEvents(compiled, read.state, actor, calendars);
  const records = caller.rights.includes('handler') || caller.rights.includes('team-lead');
  if (actor.onBehalfOf !== undefined || !records)
    return mine.map((offer) => offerView(read, offer, { at, actor, onBehalf: actor.onBehalfOf !== undefined }));

  const others: Actor = { ...(actor.person === undefined ? {} : { person: actor.person }), roles: outsideRoles(read.definition) };
  const theirs = new Map(acceptedEvents(compiled, read.state, others, calendars).map((offer) => [nameOf(offer), offer]));
  return mine.map((offer) => {
    const their = theirs.get(nameOf(offer));
    const isTheirs = !offer.possible && offer.because === 'role' && their !== undefined && their.because !== 'role';
    return offerView(read, isTheirs ? their : offer, { at, actor: isTheirs ? others : actor, onBehalf: isTheirs });
  });
}
const nameOf = ({ event, task, from }: Offer) => `${event} ${task ?? ''} ${from}`;

function offerView(read: ReadCase, offer: Offer, asked: { readonly at: string; readonly actor: Actor; readonly onBehalf: boolean }): View {
  const { definition } = read;
  const event = own(definition.events, offer.event);
  const task = read.state.tasks.find(({ id }) => id === offer.task);
  const rows = rowsOf(definition, offer);
  const leadsTo = certainTarget(definition, rows);
  return {
    event: offer.event,
    label: words(event?.label ?? {}),
    ...(event?.style ? { style: event.style } : {}),
    ...(event?.confirm ? { confirm: words(event.confirm) } : {}),
    ...(offer.form !== undefined ? { form: formOfCase(read, offer.form, asked.at, [...read.roles, ...asked.actor.roles]) } : {}),
    ...(offer.task !== undefined ? { task: offer.task } : {}),
    from: offer.from,
    possible: offer.possible,
    ...(offer.because ? { because: offer.because } : {}),
    ...(offer.facts ? { facts: { ...offer.facts } } : {}),
    ...(leadsTo ? { leadsTo: words(leadsTo) } : {}),
    by: [...(rows.find((row) => row.meta?.by)?.meta?.by ?? event?.by ?? (task ? [task.role] : []))],
    onBehalf: asked.onBehalf,
  };
}

/** Rows of the step, the stage or the root that offer the event. */
function rowsOf({ machine }: Definition, { event, from }: Offer): readonly Row[] {
  const place = from === '' ? machine : stateBy(machine.states, from);
  return own(place?.on ?? {}, event) ?? [];
}

/** One row without condition: what follows is certain, and has a name. */
function certainTarget({ machine }: Definition, rows: readonly Row[]): Words | undefined {
  const [row] = rows;
  if (rows.length !== 1 || !row?.target || row.guard) return undefined;
  return stateBy(machine.states, row.target.replace(/^#/, ''))?.meta?.title;
}

export function stateBy(states: Readonly<Record<string, State>>, id: string): State | undefined {
  for (const state of Object.values(states)) {
    if (state.id === id) return state;
    const inner = state.states && stateBy(state.states, id);
    if (inner) return inner;
  }
  return undefined;
}
export const titleOf = ({ machine }: Definition, id: string): Record<string, string> =>
  words(stateBy(machine.states, id)?.meta?.title ?? {});
