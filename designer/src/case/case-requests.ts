import { ask } from '../server/request.ts';
import type { Page } from '../server/shapes/basics.ts';
import type { DueExplanation } from '../server/shapes/calendars.ts';
import type { Acknowledged, CaseEventText, CaseSearch, LetterSent, TimerMove, TimerRow } from '../server/shapes/case-work.ts';
import type { CaseRow, CaseView, DeliveredEvent, LetterView, NewCase, StartedCase, TimelineLine } from '../server/shapes/cases.ts';
import type { DefinitionDocument, StartView } from '../server/shapes/definitions.ts';
import type { OfferView } from '../server/shapes/work.ts';

const at = (id: string, rest = '') => `/cases/${encodeURIComponent(id)}${rest}`;
const name = encodeURIComponent;

export const searchCases = (search: CaseSearch, signal?: AbortSignal) =>
  ask<Page<CaseRow>>({ method: 'POST', path: '/cases/search', body: search, ...(signal ? { signal } : {}) });
export const readCase = (id: string) => ask<CaseView>({ method: 'GET', path: at(id) });
/** Lines after a revision, oldest first. */
export const readTimeline = (id: string, after: number) =>
  ask<Page<TimelineLine>>({ method: 'GET', path: at(id, '/timeline'), query: { after, limit: 200 } });
export const readOffers = (id: string) => ask<{ readonly rows: readonly OfferView[] }>({ method: 'GET', path: at(id, '/offers') });
export const sendEvent = (id: string, body: CaseEventText, idempotencyKey: string) =>
  ask<DeliveredEvent>({ method: 'POST', path: at(id, '/events'), body, idempotencyKey });
export const cancelCase = (id: string, reason: string, idempotencyKey: string) =>
  ask<Acknowledged>({ method: 'POST', path: at(id, '/cancellation'), body: { reason }, idempotencyKey });

export const startCase = (body: NewCase, idempotencyKey: string) =>
  ask<StartedCase>({ method: 'POST', path: '/cases', body, idempotencyKey });
export const readStartForm = (definition: string) => ask<StartView>({ method: 'GET', path: `/definitions/${name(definition)}/start` });
export const readDefinition = (definition: string, version: number) =>
  ask<DefinitionDocument>({ method: 'GET', path: `/definitions/${name(definition)}/versions/${version}` });

export const readLetters = (id: string) => ask<{ readonly rows: readonly LetterView[] }>({ method: 'GET', path: at(id, '/letters') });
/** Where the browser fetches a letter as a mail file. */
export const letterFile = (id: string, key: string) => `/api/v1${at(id, `/letters/${name(key)}/file`)}`;
export const noteSent = (id: string, key: string, body: LetterSent, idempotencyKey: string) =>
  ask<LetterView>({ method: 'POST', path: at(id, `/letters/${name(key)}/sent`), body, idempotencyKey });

export const readTimers = (id: string) => ask<{ readonly rows: readonly TimerRow[] }>({ method: 'GET', path: at(id, '/timers') });
export const fireTimer = (id: string, timer: string, reason: string, idempotencyKey: string) =>
  ask<Acknowledged>({ method: 'POST', path: at(id, `/timers/${name(timer)}/firing`), body: { reason }, idempotencyKey });
export const moveTimer = (id: string, timer: string, body: TimerMove, idempotencyKey: string) =>
  ask<Acknowledged>({ method: 'PUT', path: at(id, `/timers/${name(timer)}`), body, idempotencyKey });
export const explainClock = (id: string, clock: string) =>
  ask<DueExplanation>({ method: 'GET', path: at(id, '/explanation'), query: { clock } });

export const retryIncident = (id: string, incident: string, idempotencyKey: string) =>
  ask<Acknowledged>({ method: 'POST', path: at(id, `/incidents/${name(incident)}/retry`), body: {}, idempotencyKey });
export const skipIncident = (id: string, incident: string, reason: string, idempotencyKey: string) =>
  ask<Acknowledged>({ method: 'POST', path: at(id, `/incidents/${name(incident)}/skip`), body: { reason }, idempotencyKey });
