import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { gapReasons } from '../tools/gap-reasons.ts';
import type { BuiltServer } from './built-server.ts';
import { invitedOfficer, password } from './colleague.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import { idOf, type Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { untilThere } from './until-there.ts';
import { languages, say, type Text } from './words.ts';

jest.setTimeout(120_000);

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let recordBy: Text;
let trouble: readonly (readonly string[])[];

/** The starter, but whether its first deadline leads on asks for an answer that nobody gave yet. */
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  await speak('PUT', '/me/handling', { handlesComplaints: true });

  const { document } = await speak('GET', '/definitions/starter/versions/1');
  const drawn = structuredClone(document) as unknown as { machine: { states: { recording: { after: { recordBy: object[] } } } } };
  recordBy = (document as unknown as { delays: { recordBy: { title: Text } } }).delays.recordBy.title;
  const [row] = drawn.machine.states.recording.after.recordBy;
  drawn.machine.states.recording.after.recordBy = [{ ...row, guard: { type: 'if', params: { feel: 'severity > 2' } } }, row ?? {}];
  const path = '/definitions/starter/draft';
  const saved = await speak('PUT', path, { document: drawn, scenarios: gapReasons(drawn) }, 0);
  const sent = await speak('POST', `${path}/submission`, { why: 'Severe ones first' }, Number(saved.revision));
  const officer = await invitedOfficer(browser, server.url, speak);
  const approved = await officer.speak('POST', `${path}/approval`, { password }, Number(sent.revision));
  await speak('POST', '/definitions/starter/publication', {}, Number(approved.revision));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A case whose first deadline has come due and could not be decided. */
async function undecided(description: string): Promise<string> {
  const receivedAt = new Date().toISOString();
  const values = { description, contact: 'jan@example.org' };
  const caseId = idOf(await speak('POST', '/cases', { definition: 'starter', channel: 'phone', receivedAt, values }));
  await speak('PUT', `/cases/${caseId}/timers/recording.recordBy`, { reason: 'To see what happens', dueAt: new Date().toISOString() });
  const failed = async () => JSON.stringify((await speak('GET', `/cases/${caseId}`)).incidentList);
  await untilThere(page, failed, (found) => found.includes('feel-null'));
  return caseId;
}

test.each(languages)(
  'a deadline whose condition nobody can decide stands among the failures with what is missing; by keyboard it is skipped there and in its case, and the focus stays, in %s',
  async (language) => {
    await speak('PATCH', '/me', { language });
    const [first, second] = [await undecided('The tap drips'), await undecided('The door sticks')];
    const skips = async (isLeft: () => Promise<unknown>) => {
      const keyboard = await KeyboardReader.at(page);
      await keyboard.enter({ role: 'button', name: say(language, 'incident.skip') });
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await keyboard.go({ role: 'textbox', name: say(language, 'case.reason') });
      await keyboard.type('Looked at by hand');
      await keyboard.enter({ role: 'button', name: say(language, 'incident.skip-yes') });
      await dialog.waitFor({ state: 'detached' });
      await isLeft();
      await settled(page);
      await keyboard.isSomewhere();
    };

    await page.goto('/failures');
    await settled(page);
    const rows = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: say(language, 'incident.skip') }) });
    expect(await rows.count()).toBe(2);
    const told = String(await rows.filter({ hasText: 'The door sticks' }).textContent());
    expect(told).toContain(recordBy[language] ?? 'a title');
    expect(await axeFindings(page)).toEqual([]);
    await skips(() => page.getByText(say(language, 'incident.skipped'), { exact: true }).first().waitFor());
    expect(await rows.count()).toBe(1);

    const left = (await rows.textContent())?.includes('The tap drips') ? first : second;
    await page.goto(`/cases/${left}`);
    await settled(page);
    await skips(() => page.getByRole('region', { name: say(language, 'incident.title') }).waitFor({ state: 'detached' }));
    await page.goto('/failures');
    await page.getByText(say(language, 'failures.none')).waitFor();
    expect(trouble.flat()).toEqual([]);
  },
);
