import { ok, type Result, refuse } from '@redress/engine';
import { type Static, Type } from '@sinclair/typebox';
import { changePerson, disablePerson, enablePerson, invitePerson } from '../../people/change-person.ts';
import { readPeopleLog } from '../../people/people-log.ts';
import { addPerson, namesOf, personOf, signInNameUsed } from '../../people/persons.ts';
import { assignableRoles } from '../../people/roles-held.ts';
import { wordsOf } from '../../search/fold.ts';
import type { PersonDocument } from '../../store/models/people-person.ts';
import type { Caller } from '../caller.ts';
import { pageOf, pageSize, readCursor, writeCursor } from '../cursor.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { type Answered, answer, created, type Route, revised, route } from '../route.ts';
import { Page } from '../shapes/basics.ts';
import { PeopleLogLine } from '../shapes/office.ts';
import { CreatedPerson, Invitation, NewPerson, PartyName, PersonChange, PersonName, PersonRow } from '../shapes/people.ts';
import { knownDefinitionNamed } from '../views/known-definitions.ts';
import { languageOf, organisationOf, personName, personRow } from '../views/person-view.ts';
import { beginsWith } from '../word-pattern.ts';

const tag = 'people';
const PeopleQuery = Type.Object({
  search: Type.Optional(Type.String({ maxLength: 100 })),
  party: Type.Optional(PartyName),
  after: Type.Optional(Type.String({ maxLength: 600 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
const LogQuery = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 100 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

/** By name, from a cursor on; every word must begin a word of the person's. */
async function find(
  office: Office,
  organisation: string,
  query: { readonly search?: string; readonly party?: PersonDocument['party']; readonly after?: string; readonly limit?: number },
) {
  const from = readCursor('name', 2, query.after);
  if (!from.ok) return from;
  const limit = query.limit ?? pageSize;
  const words = wordsOf(query.search ?? '').slice(0, 5);
  const [name, id] = from.value ?? [];
  const found = await office.desk.models.persons
    .find({
      organisation,
      ...(query.party === undefined ? {} : { party: query.party }),
      $and: [
        ...words.map((word) => ({ searchWords: beginsWith(word) })),
        ...(name === undefined || id === undefined ? [{}] : [{ $or: [{ name: { $gt: name } }, { name, _id: { $gt: id } }] }]),
      ],
    })
    .sort({ name: 1, _id: 1 })
    .limit(limit + 1)
    .lean();
  return ok({ found, limit });
}
const cursorOf = (person: PersonDocument) => writeCursor('name', [person.name, person._id]);

/** Every role named must be one that a person can hold, of a procedure in force, still to come, or retired: its cases go on. */
async function checkAssignments(
  office: Office,
  organisation: string,
  assignments: readonly { readonly definition: string; readonly roles: readonly string[] }[],
): Promise<Result<void, HttpRefusal>> {
  for (const { definition, roles } of assignments) {
    const known = await knownDefinitionNamed(office, organisation, definition);
    const assignable = known?.runs ? assignableRoles(known) : [];
    const wrong = roles.find((role) => !assignable.includes(role));
    if (wrong !== undefined || !known?.runs) return refuse({ code: 'role-unknown', definition, role: wrong ?? '' });
  }
  return ok(undefined);
}

export const peopleRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'listPeople',
      path: '/people',
      summary: 'People, by name',
      tag,
      query: PeopleQuery,
      answers: { 200: Page(PersonRow) },
      refusals: ['cursor-invalid'],
    },
    async ({ office, query }, { organisation }) => {
      const page = await find(office, organisation, query);
      return page.ok ? answer(pageOf(page.value.found, page.value.limit, cursorOf, personRow)) : page;
    },
  ),
  route(
    'get',
    {
      operation: 'listNames',
      path: '/people/names',
      summary: 'Names, to choose from',
      tag,
      query: PeopleQuery,
      answers: { 200: Page(PersonName) },
      refusals: ['cursor-invalid'],
    },
    async ({ office, query }, caller) => {
      const staffOnly = caller.person !== undefined && caller.person.party !== 'organisation';
      const page = await find(office, caller.organisation, staffOnly ? { ...query, party: 'organisation' } : query);
      return page.ok ? answer(pageOf(page.value.found, page.value.limit, cursorOf, personName)) : page;
    },
  ),
  route(
    'get',
    {
      operation: 'readPeopleLog',
      path: '/people/log',
      summary: 'Who changed people, rights and settings',
      tag,
      query: LogQuery,
      answers: { 200: Page(PeopleLogLine) },
    },
    async ({ office, query }, { organisation }) => {
      const limit = query.limit ?? pageSize;
      const found = await readPeopleLog(office.desk, {
        organisation,
        limit: limit + 1,
        ...(query.after === undefined ? {} : { before: query.after }),
      });
      const names = await namesOf(
        office.desk,
        organisation,
        found.flatMap(({ by, person }) => [by ?? '', person ?? '']),
      );
      const view = pageOf(
        found,
        limit,
        ({ at }) => at,
        ({ _id, at, by, what, person, facts }) => ({
          id: _id,
          at,
          ...(by !== undefined && names.has(by) ? { by: names.get(by) } : {}),
          what,
          ...(person !== undefined && names.has(person) ? { person: names.get(person) } : {}),
          facts: JSON.parse(facts),
        }),
      );
      return answer(view);
    },
  ),
  route(
    'get',
    {
      operation: 'readPerson',
      path: '/people/{person}',
      summary: 'One person',
      tag,
      answers: { 200: PersonRow },
      refusals: ['person-not-found'],
    },
    async ({ office, parameters }, { organisation }) => {
      const person = await personOf(office.desk, { organisation, person: parameters.person });
      return person ? revised(personRow(person), person.revision) : refuse({ code: 'person-not-found', person: parameters.person });
    },
  ),
  route(
    'post',
    {
      operation: 'addPerson',
      path: '/people',
      summary: 'Somebody new; `invite` answers with a one-time code',
      tag,
      body: NewPerson,
      once: ['invitation'],
      answers: { 201: CreatedPerson },
      refusals: ['role-unknown', 'email-not-valid', 'email-missing', 'email-used', 'staff-only'],
    },
    async ({ office, body }, caller) => await add(office, caller, body),
  ),
  route(
    'post',
    {
      operation: 'addOutsider',
      path: '/people/outside',
      summary: 'Somebody outside the organisation: a complainant, a representative, a provider. No sign-in',
      tag,
      body: NewPerson,
      answers: { 201: CreatedPerson },
      refusals: ['role-unknown', 'email-not-valid', 'staff-only'],
    },
    async ({ office, body }, caller) => {
      const outside =
        body.party !== undefined && body.party !== 'organisation' && !body.invite && !body.rights?.length && !body.assignments?.length;
      return outside ? await add(office, caller, body) : refuse({ code: 'staff-only', person: '' });
    },
  ),
  route(
    'patch',
    {
      operation: 'changePerson',
      path: '/people/{person}',
      summary: 'Name, e-mail, rights, roles, language',
      tag,
      body: PersonChange,
      edits: true,
      answers: { 200: PersonRow },
      refusals: ['person-not-found', 'role-unknown', 'email-not-valid', 'email-missing', 'email-used', 'last-administrator', 'staff-only'],
    },
    async ({ office, body, parameters, revision }, caller) => {
      const { organisation } = caller;
      const roles = await checkAssignments(office, organisation, body.assignments ?? []);
      if (!roles.ok) return roles;
      const saved = await changePerson(office.desk, by(caller), parameters.person, revision, body);
      if (!saved.ok) return saved;
      office.accessChanged({ organisation, person: parameters.person });
      return revised(personRow(saved.value), saved.value.revision);
    },
  ),
  route(
    'post',
    {
      operation: 'invitePerson',
      path: '/people/{person}/invitation',
      summary: 'A one-time code: for the first password, or a forgotten one',
      tag,
      once: ['code'],
      answers: { 200: Invitation },
      refusals: ['person-not-found', 'email-missing', 'email-used', 'staff-only'],
    },
    async ({ office, parameters }, caller) => {
      const invited = await invitePerson(office.desk, by(caller), parameters.person);
      return invited.ok ? answer({ code: invited.value.code, endsAt: invited.value.endsAt }) : invited;
    },
  ),
  ...(['disablePerson', 'enablePerson'] as const).map((operation) =>
    route(
      'post',
      {
        operation,
        path: `/people/{person}/${operation === 'disablePerson' ? 'disabling' : 'enabling'}` as '/people/{person}/disabling',
        summary: operation === 'disablePerson' ? 'Shut out at once, everywhere' : 'Let in again',
        tag,
        edits: true,
        answers: { 200: PersonRow },
        refusals: ['person-not-found', 'last-administrator'],
      },
      async ({ office, parameters, revision }, caller) => {
        const change = operation === 'disablePerson' ? disablePerson : enablePerson;
        const saved = await change(office.desk, by(caller), parameters.person, revision);
        if (!saved.ok) return saved;
        office.accessChanged({ organisation: caller.organisation, person: parameters.person });
        return revised(personRow(saved.value), saved.value.revision);
      },
    ),
  ),
];
const by = ({ organisation, person }: Caller) => ({ organisation, ...(person ? { person: person._id } : {}) });

async function add(office: Office, caller: Caller, wish: Static<typeof NewPerson>): Promise<Answered> {
  const { organisation } = caller;
  const roles = await checkAssignments(office, organisation, wish.assignments ?? []);
  if (!roles.ok) return roles;
  if (wish.invite && !wish.email) return refuse({ code: 'email-missing' });
  if (wish.invite && wish.email && (await signInNameUsed(office.desk, organisation, wish.email)))
    return refuse({ code: 'email-used', email: wish.email });
  const language = wish.language ?? languageOf((await organisationOf(office, organisation)).language);
  const { name, email, organisationName } = wish;
  const person = {
    name,
    ...(email === undefined ? {} : { email }),
    ...(organisationName === undefined ? {} : { organisationName }),
    party: wish.party ?? 'organisation',
    rights: wish.rights ?? [],
    assignments: wish.assignments ?? [],
    language,
  };
  const added = await addPerson(office.desk, by(caller), person, { claims: wish.invite ?? false });
  if (!added.ok) return added;
  const location = `/people/${added.value._id}`;
  if (!wish.invite) return created({ person: personRow(added.value) }, location);
  const invited = await invitePerson(office.desk, by(caller), added.value._id);
  if (!invited.ok) return invited;
  const { code, endsAt } = invited.value;
  return created({ person: personRow(invited.value.person), invitation: { code, endsAt } }, location);
}
