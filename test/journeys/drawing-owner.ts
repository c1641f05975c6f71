import type { Page } from 'playwright-core';
import { idOf, type Speaker, speaker } from './office-speaker.ts';
import { setUpByPage } from './sample-office.ts';

/** Whoever sets the office up through its page and draws procedures as well: how the server is spoken to in that person's name. */
export async function drawingOwner(page: Page, setUpCode: string): Promise<Speaker> {
  await setUpByPage(page, setUpCode);
  const speak = await speaker(page);
  const id = idOf((await speak('GET', '/session')).person);
  const { revision } = await speak('GET', `/people/${id}`);
  await speak('PATCH', `/people/${id}`, { rights: ['administrator', 'process-owner'] }, Number(revision));
  return speak;
}
