import { ask } from '../server/request.ts';
import type { Page } from '../server/shapes/basics.ts';
import type { WireEvent } from '../server/shapes/inspection.ts';

/** Events after a revision, oldest first. */
export const readInspection = (id: string, after: number) =>
  ask<Page<WireEvent>>({ method: 'GET', path: `/cases/${encodeURIComponent(id)}/inspection`, query: { after } });
