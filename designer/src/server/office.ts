import { ask } from './request.ts';
import type { CreatedToken, NewToken, TokenRow } from './shapes/access.ts';
import type { Page } from './shapes/basics.ts';
import type { CalendarView, ChangedCalendar, NewCalendarVersion } from './shapes/calendars.ts';
import type { DefinitionRow } from './shapes/definitions.ts';
import type { OrganisationChange } from './shapes/office.ts';
import type { OrganisationView } from './shapes/people.ts';

export const changeOrganisation = (body: OrganisationChange, ifMatch: number) =>
  ask<OrganisationView>({ method: 'PATCH', path: '/organisation', body, ifMatch });

export const listCalendars = () => ask<Page<CalendarView>>({ method: 'GET', path: '/calendars' });
/** A new version; the old one is never changed. Answers how many open deadlines moved. On revision 0 it is a new calendar. */
export const changeCalendar = (id: string, body: NewCalendarVersion, ifMatch: number) =>
  ask<ChangedCalendar>({ method: 'PUT', path: `/calendars/${encodeURIComponent(id)}`, body, ifMatch });

export const listProcedures = () => ask<Page<DefinitionRow>>({ method: 'GET', path: '/definitions' });

export const listTokens = () => ask<Page<TokenRow>>({ method: 'GET', path: '/tokens' });
export const makeToken = (body: NewToken, idempotencyKey: string) =>
  ask<CreatedToken>({ method: 'POST', path: '/tokens', body, idempotencyKey });
export const revokeToken = (id: string) => ask<undefined>({ method: 'DELETE', path: `/tokens/${encodeURIComponent(id)}` });
