import { type Definition, type Json, type JsonObject, ok, personsNamed, type Result, refuse } from '@redress/engine';
import type { DefinitionReference, Described, LoadedCase, Runnable } from '../../ports.ts';
import type { Refusal } from '../../refusal.ts';
import type { SeenState } from '../../store/listed-case.ts';
import type { CaseDocument } from '../../store/models/case.ts';
import type { Caller } from '../caller.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { rolesOf } from './caller-roles.ts';
import { namedOnly } from './known-definitions.ts';

/** What of a case decides who may see it: lists read no more than that and their row. */
export interface SeenCase {
  readonly document: Pick<CaseDocument, '_id' | 'definition' | 'parent'>;
  readonly state: SeenState;
}

/** As one reader may see a case. */
export interface Reader {
  /** Where its text is damaged or gone: its title and nothing else. */
  readonly definition: Definition;
  /** Absent while its procedure cannot run: then the case is seen, and nothing can be done in it but end it. */
  readonly runnable?: Runnable;
  readonly broken?: Refusal;
  /** Roles of its procedure that the reader holds. */
  readonly roles: readonly string[];
  readonly mayRead: (field: string) => boolean;
}

/** A case as one reader may see it. */
export type ReadCase = LoadedCase & Reader;

/** Rights that open every case of the organisation; the administrator's is not among them. */
export const readsAll = ({ rights }: Caller) => rights.includes('handler') || rights.includes('team-lead') || rights.includes('compliance');

/** The case, if it exists for this reader. Foreign, unknown and kept away are one answer. */
export async function readCase(office: Office, caller: Caller, caseId: string, fresh = true): Promise<Result<ReadCase, HttpRefusal>> {
  const loaded = await office.ports.cases.load({ organisation: caller.organisation, caseId }, fresh);
  if (!loaded.ok) return loaded;
  const read = await asReader(office, caller, loaded.value);
  return read ? ok(read) : refuse({ code: 'case-not-found', caseId });
}

/** Nothing if this reader may not see it. */
export async function asReader<Seen extends SeenCase>(office: Office, caller: Caller, loaded: Seen): Promise<(Seen & Reader) | undefined> {
  const procedure = await procedureOf(office, caller.organisation, loaded.document.definition);
  const definition = procedure.definition ?? namedOnly(loaded.document.definition.id, procedure.title);
  const roles = rolesOf(caller, definition);
  if (!readsAll(caller) && !worksOn(caller, loaded, definition, roles)) return undefined;
  if (caller.person && (await isAbout(office, caller.organisation, loaded, caller.person._id))) return undefined;
  const { runnable } = procedure;
  // Who may see which field is not known without the text: nobody does.
  const mayRead = procedure.definition ? readerOf(definition, roles) : () => false;
  return { ...loaded, definition, ...(runnable.ok ? { runnable: runnable.value } : { broken: runnable.refusal }), roles, mayRead };
}

interface Procedure extends Described {
  readonly runnable: Result<Runnable, Refusal>;
}

async function procedureOf({ ports }: Office, organisation: string, reference: DefinitionReference): Promise<Procedure> {
  const runnable = await ports.definitions.of(organisation, reference);
  if (runnable.ok) return { runnable, definition: runnable.value.definition, title: runnable.value.definition.title };
  return { runnable, ...(await ports.definitions.described(organisation, reference)) };
}

/** Our own roles see every case of their procedure; those of other parties only where they have something to do or did something. */
function worksOn(caller: Caller, { state }: SeenCase, definition: Definition, roles: readonly string[]): boolean {
  const id = caller.person?._id;
  if (id === undefined) return false;
  return (
    roles.some((role) => definition.roles[role]?.party === 'organisation') ||
    state.tasks.some((task) => task.assignee === id || (task.assignee === undefined && roles.includes(task.role))) ||
    Object.values(state.performedBy).some((performances) => performances.some(({ person }) => person === id))
  );
}

/** Cases that stand above each other: more is a loop, and a person who might be meant does not read it. */
const generationsMax = 20;

/**
 * Whether the case is about this person: named by the field of a role, here or in a case it came from. Then it is not theirs to read, whatever
 * their rights. Whoever is kept away for what he did before reads it, and may do nothing in it: that the engine sees to.
 */
async function isAbout(office: Office, organisation: string, loaded: SeenCase, person: string, generation = 0): Promise<boolean> {
  if (generation > generationsMax) return true;
  const { definition } = await procedureOf(office, organisation, loaded.document.definition);
  const isNamed = definition ? keptAway(loaded, definition).has(person) : isMentioned(loaded, person);
  if (isNamed) return true;
  const above = loaded.document.parent;
  if (above === undefined) return false;
  const parent = await office.ports.cases.load({ organisation, caseId: above.caseId }, false);
  return parent.ok && isAbout(office, organisation, parent.value, person, generation + 1);
}

function keptAway({ state }: SeenCase, definition: Definition): ReadonlySet<string> {
  const away = new Set<string>();
  for (const [role, { heldBy }] of Object.entries(definition.roles)) {
    if (heldBy === undefined) continue;
    for (const person of [...personsNamed(own(state.snapshot.context, heldBy)), ...(own(state.keptAway, role) ?? [])]) away.add(person);
  }
  return away;
}

/** Which fields name a person is not known without the text of the procedure: then any mention counts. */
const isMentioned = ({ state }: SeenCase, person: string): boolean =>
  JSON.stringify([state.snapshot.context, state.keptAway]).includes(JSON.stringify(person));

/** Fields without `visibleTo` are open to all who read the case. */
const readerOf =
  (definition: Definition, roles: readonly string[]) =>
  (field: string): boolean => {
    const readers = own(definition.data, field)?.visibleTo;
    return readers === undefined || readers.some((role) => roles.includes(role));
  };

export const own = <Value>(from: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(from, key) ? from[key] : undefined;

/** Fields with values, in the order of the definition. */
export const filledFields = (definition: Definition, context: JsonObject): readonly (readonly [string, Json])[] =>
  Object.keys(definition.data).flatMap((field) => {
    const value = own(context, field);
    return value === undefined || value === null || value === '' ? [] : [[field, value] as const];
  });

/** Who read what about whom is written down: names of fields, never values. */
export function noteRead(office: Office, caller: Caller, read: ReadCase, fields: readonly string[]): void {
  const personal = fields.filter((field) => own(read.definition.data, field)?.personal !== undefined);
  if (personal.length > 0)
    office.ports.log.info(
      { audit: 'personal-fields-read', organisation: caller.organisation, case: read.document._id, reader: caller.key, fields: personal },
      'personal fields were read',
    );
}
