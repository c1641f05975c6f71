import { ask } from './request.ts';
import type { Values } from './shapes/basics.ts';
import type { FormDraft } from './shapes/office.ts';

const at = (key: string) => `/drafts/${encodeURIComponent(key)}`;

/** A half-filled form, kept on the server for this person alone. 404 where there is none. */
export const readDraft = (key: string) => ask<FormDraft>({ method: 'GET', path: at(key) });
export const keepDraft = (key: string, values: Values) => ask<FormDraft>({ method: 'PUT', path: at(key), body: { values } });
export const dropDraft = (key: string) => ask<undefined>({ method: 'DELETE', path: at(key) });
