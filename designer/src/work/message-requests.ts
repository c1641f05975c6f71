import { ask } from '../server/request.ts';
import type { Page } from '../server/shapes/basics.ts';
import type { InboxPage, IncidentRow } from '../server/shapes/office.ts';

interface Part {
  readonly after?: string;
  readonly limit?: number;
}

/** What procedures told me, newest first; with how many I have not read. */
export const readMessages = (part: Part = {}) => ask<InboxPage>({ method: 'GET', path: '/inbox', query: { ...part } });
export const markMessageRead = (id: string) => ask<undefined>({ method: 'POST', path: `/inbox/${encodeURIComponent(id)}/read` });

/** What failed in any case that the reader may see. */
export const readFailures = (part: Part = {}) => ask<Page<IncidentRow>>({ method: 'GET', path: '/incidents', query: { ...part } });
