import { ask } from './request.ts';
import type { Page } from './shapes/basics.ts';
import type { CreatedPerson, Invitation, NewPerson, PartyName, PersonChange, PersonName, PersonRow } from './shapes/people.ts';

const at = (id: string, act = '') => `/people/${encodeURIComponent(id)}${act}`;

export interface PeopleSearch {
  readonly search?: string | undefined;
  readonly party?: PartyName | undefined;
  readonly after?: string | undefined;
}

export const listPeople = (search: PeopleSearch) => ask<Page<PersonRow>>({ method: 'GET', path: '/people', query: { ...search } });
export const readPerson = (id: string) => ask<PersonRow>({ method: 'GET', path: at(id) });
export const addPerson = (body: NewPerson, idempotencyKey: string) =>
  ask<CreatedPerson>({ method: 'POST', path: '/people', body, idempotencyKey });
export const changePerson = (id: string, body: PersonChange, ifMatch: number) =>
  ask<PersonRow>({ method: 'PATCH', path: at(id), body, ifMatch });
export const invitePerson = (id: string, idempotencyKey: string) =>
  ask<Invitation>({ method: 'POST', path: at(id, '/invitation'), idempotencyKey });
export const disablePerson = (id: string, ifMatch: number) => ask<PersonRow>({ method: 'POST', path: at(id, '/disabling'), ifMatch });
export const enablePerson = (id: string, ifMatch: number) => ask<PersonRow>({ method: 'POST', path: at(id, '/enabling'), ifMatch });

/** Names only, for pickers. */
export const findNames = (text: string, signal?: AbortSignal) =>
  ask<Page<PersonName>>({ method: 'GET', path: '/people/names', query: { search: text }, ...(signal ? { signal } : {}) });
/** Somebody outside the organisation, without sign-in: complainants, representatives, providers. */
export const addOutsider = (body: NewPerson, idempotencyKey: string) =>
  ask<CreatedPerson>({ method: 'POST', path: '/people/outside', body, idempotencyKey });
