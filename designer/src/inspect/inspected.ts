import type { MessageId } from '../language/messages.ts';
import type { Source, StateValue, WireEvent } from '../server/shapes/inspection.ts';

export type Kind = 'actor' | 'event' | 'snapshot';
export const kinds: readonly Kind[] = ['actor', 'event', 'snapshot'];
export const kindWords: Readonly<Record<Kind, MessageId>> = {
  actor: 'inspect.kind.actor',
  event: 'inspect.kind.event',
  snapshot: 'inspect.kind.snapshot',
};
export const sourceWords: Readonly<Record<Source, MessageId>> = {
  person: 'inspect.source.person',
  timer: 'inspect.source.timer',
  case: 'inspect.source.case',
  service: 'inspect.source.service',
};

const kindOfType = { '@xstate.actor': 'actor', '@xstate.event': 'event', '@xstate.snapshot': 'snapshot' } as const;
export const kindOf = (event: WireEvent): Kind => kindOfType[event.type];
/** What it is about: the event by its type, the machine by its name. */
export const nameOf = (event: WireEvent): string => (event.type === '@xstate.actor' ? event.name : event.event.type);
export const momentOf = (event: WireEvent): string => new Date(Number(event.createdAt)).toISOString();

/** The last revision up to which none is missing: from there on is asked again. */
export function wholeUpTo(events: readonly WireEvent[]): number {
  let whole = 0;
  for (const { revision } of events) {
    if (revision > whole + 1) return whole;
    whole = revision;
  }
  return whole;
}

/** Revisions that are missing before each event, by the id of the event. Each revision has an event and a snapshot: showing one kind alone makes no gap. */
export function gapsIn(events: readonly WireEvent[]): ReadonlyMap<string, { readonly from: number; readonly to: number }> {
  const gaps = new Map<string, { from: number; to: number }>();
  let last = 0;
  for (const { id, revision } of events) {
    if (revision > last + 1) gaps.set(id, { from: last + 1, to: revision - 1 });
    last = revision;
  }
  return gaps;
}

/** Where the case stood after an event: ids of the active steps and of the stages around them. */
export function standingAfter(events: readonly WireEvent[], revision: number): readonly string[] {
  const snapshot = events.find((event) => event.revision === revision && event.type === '@xstate.snapshot');
  return snapshot?.type === '@xstate.snapshot' ? idsIn(snapshot.snapshot.value) : [];
}
const idsIn = (value: StateValue): readonly string[] =>
  typeof value === 'string' ? [value] : Object.entries(value).flatMap(([id, inside]) => [id, ...idsIn(inside)]);

/** The event as JSON for reading: the machine, which travels as text, unfolded. */
export function readable(event: WireEvent): string {
  const unfolded = event.type === '@xstate.actor' ? { ...event, definition: JSON.parse(event.definition) as unknown } : event;
  return JSON.stringify(unfolded, undefined, 2);
}
