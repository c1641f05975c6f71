import { ask } from './request.ts';
import type { DefinitionDocument, DraftChanges, DraftHistory, DraftView } from './shapes/definitions.ts';

const at = (id: string) => `/definitions/${encodeURIComponent(id)}`;

export const readProcedureVersion = (id: string, version: number) =>
  ask<DefinitionDocument>({ method: 'GET', path: `${at(id)}/versions/${version}` });
export const readProcedureDraft = (id: string) => ask<DraftView>({ method: 'GET', path: `${at(id)}/draft` });
/** What others saved after a revision. */
export const readDraftChanges = (id: string, after: number) =>
  ask<DraftChanges>({ method: 'GET', path: `${at(id)}/draft/changes`, query: { after } });
/** Who changed what and when since the draft was begun. */
export const readDraftHistory = (id: string) => ask<DraftHistory>({ method: 'GET', path: `${at(id)}/draft/history` });
/** The whole draft as it is after these entries. On revision 0 it is begun. */
export const saveProcedureDraft = (
  id: string,
  body: { readonly document: unknown; readonly layout?: unknown; readonly scenarios?: unknown; readonly entries?: readonly unknown[] },
  ifMatch: number,
) => ask<DraftView>({ method: 'PUT', path: `${at(id)}/draft`, body, ifMatch });
