import type { APIResponse, Page } from 'playwright-core';

export type Answered = Readonly<Record<string, unknown>>;
/** Speaks with the server as the page does: same cookie, same origin, its CSRF token. */
export type Speaker = (method: string, path: string, body?: unknown, revision?: number) => Promise<Answered>;

/** A connection that lay idle is closed by the server, now and then in the moment in which it is used again: a browser then opens another one. */
const maxRetries = 2;

export async function speaker(page: Page): Promise<Speaker> {
  const origin = new URL(page.url()).origin;
  const session = await answered(await page.request.get('/api/v1/session'));
  return async (method, path, body, revision) => {
    const match = revision === undefined ? {} : { 'If-Match': `"${revision}"` };
    const headers = { Origin: origin, 'X-CSRF-Token': String(session.csrf), ...match };
    const data = body === undefined ? {} : { data: body };
    return await answered(await page.request.fetch(`/api/v1${path}`, { method, headers, ...data, maxRetries }));
  };
}

export const rowsOf = (answer: Answered): readonly Answered[] => (Array.isArray(answer.rows) ? answer.rows : []);

export const idOf = (member: unknown): string => (typeof member === 'object' && member !== null && 'id' in member ? String(member.id) : '');

async function answered(response: APIResponse): Promise<Answered> {
  const text = await response.text();
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${text}`);
  const read: unknown = text === '' ? {} : JSON.parse(text);
  return typeof read === 'object' && read !== null ? Object.fromEntries(Object.entries(read)) : {};
}
