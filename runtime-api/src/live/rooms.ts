import type { Caller } from '../http/caller.ts';
import type { Office } from '../http/office.ts';
import { mayDo, type Operation, scopeAllows } from '../http/operations.ts';
import { queuesOf } from '../http/views/queues-of.ts';
import { asReader, readsAll } from '../http/views/read-case.ts';
import type { LiveMessage } from '../ports.ts';
import { stateOf } from '../store/case-state.ts';
import type { CaseDocument } from '../store/models/case.ts';

/** What a page hears: that something changed, never what. */
export interface Hint {
  readonly kind: LiveMessage['kind'];
  readonly caseId?: string;
  readonly definition?: string;
  readonly revision?: number;
}

const inner = {
  case: (organisation: string, id: string) => `case ${organisation} ${id}`,
  organisation: (organisation: string) => `organisation ${organisation}`,
  cases: (organisation: string) => `cases ${organisation}`,
  someCases: (organisation: string) => `some-cases ${organisation}`,
  person: (organisation: string, person: string) => `person ${organisation} ${person}`,
  definition: (organisation: string, id: string) => `definition ${organisation} ${id}`,
  queue: (organisation: string, queue: string) => `queue ${organisation} ${queue}`,
} as const;

/** A room that a page may ask for. */
interface Kind {
  /** Its name on the page; the group is what it is about. */
  readonly named: RegExp;
  /** What is hinted at there must be the caller's to read. */
  readonly reads: Operation;
  /** Rooms of the server behind it; nothing if this caller may not enter. */
  readonly enter: (office: Office, caller: Caller, about: string) => Promise<readonly string[] | undefined>;
}
const kinds = {
  organisation: {
    named: /^organisation$/,
    reads: 'readOrganisation',
    enter: async (_, caller) => {
      const { organisation } = caller;
      const cases = !may(caller, 'searchCases') ? [] : readsAll(caller) ? [inner.cases(organisation)] : [inner.someCases(organisation)];
      return [inner.organisation(organisation), ...cases];
    },
  },
  inbox: {
    named: /^inbox$/,
    reads: 'listInbox',
    enter: async (office, caller) => {
      const { organisation, person } = caller;
      if (!person) return undefined;
      const queues = (await queuesOf(office, caller)).map((queue) => inner.queue(organisation, queue));
      return [inner.person(organisation, person._id), ...queues];
    },
  },
  definition: {
    named: /^definition:([a-z][a-zA-Z0-9]{0,47})$/,
    reads: 'readDefinitionDraft',
    enter: async (_, { organisation }, id) => [inner.definition(organisation, id)],
  },
  case: {
    named: /^case:([A-Za-z0-9_-]{1,100})$/,
    reads: 'readCase',
    enter: async (office, caller, id) => {
      const { organisation } = caller;
      const document = await office.ports.store.cases.findOne({ organisation, _id: id }).lean<CaseDocument>();
      const read = document && (await asReader(office, caller, { document, state: stateOf(document), cached: false }));
      return read ? [inner.case(organisation, id)] : undefined;
    },
  },
} as const satisfies Record<string, Kind>;

export type RoomKind = keyof typeof kinds;
/** Every kind of room there is. */
export const roomKinds = Object.keys(kinds) as readonly RoomKind[];

const may = (caller: Caller, operation: Operation): boolean =>
  mayDo(caller, operation) && (!caller.token || scopeAllows(caller.token.scope, operation));

/** Rooms of the server behind a room of the page (`case:<id>`, `definition:<id>`, `organisation`, `inbox`), as far as this caller may enter; nothing if not at all. */
export async function roomsFor(office: Office, caller: Caller, room: string): Promise<readonly string[] | undefined> {
  for (const { named, reads, enter } of Object.values<Kind>(kinds)) {
    const found = named.exec(room);
    if (found) return may(caller, reads) ? enter(office, caller, found[1] ?? '') : undefined;
  }
  return undefined;
}

/** Where the case of a room is, for whoever has just entered: what he has read may be older than his first hint. */
export async function revisionIn(office: Office, { organisation }: Caller, room: string): Promise<{ readonly revision?: number }> {
  const caseId = caseIn(room);
  if (caseId === undefined) return {};
  const found = await office.ports.store.cases
    .findOne({ organisation, _id: caseId }, { revision: 1 })
    .lean<Pick<CaseDocument, 'revision'>>();
  return found ? { revision: found.revision } : {};
}

const caseIn = (room: string): string | undefined => kinds.case.named.exec(room)?.[1];

/** Where a message goes: inner rooms, the room's name on the page, and what may be told there. */
export function addressesOf({
  organisation,
  kind,
  caseId,
  definition,
  revision,
  queues = [],
  persons = [],
}: LiveMessage): readonly { readonly rooms: readonly string[]; readonly room: string; readonly hint: Hint }[] {
  const hint: Hint = { kind, ...(caseId === undefined ? {} : { caseId }), ...(revision === undefined ? {} : { revision }) };
  if (kind === 'definition' && definition !== undefined) {
    const told: Hint = { kind, definition, ...(revision === undefined ? {} : { revision }) };
    return [
      { rooms: [inner.definition(organisation, definition)], room: `definition:${definition}`, hint: told },
      // Who may not read drafts hears only that a procedure changed.
      { rooms: [inner.organisation(organisation)], room: 'organisation', hint: { kind } },
    ];
  }
  const mine = [...queues.map((queue) => inner.queue(organisation, queue)), ...persons.map((person) => inner.person(organisation, person))];
  if (kind === 'task' || kind === 'inbox') return mine.length === 0 ? [] : [{ rooms: mine, room: 'inbox', hint }];
  if (kind === 'case' && caseId !== undefined) {
    return [
      { rooms: [inner.case(organisation, caseId)], room: `case:${caseId}`, hint },
      { rooms: [inner.cases(organisation)], room: 'organisation', hint },
      // Who sees some cases only must not learn of the others by a hint.
      { rooms: [inner.someCases(organisation)], room: 'organisation', hint: { kind } },
    ];
  }
  return [{ rooms: [inner.organisation(organisation)], room: 'organisation', hint }];
}
