import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer } from './built-server.ts';
import { CaseDesk } from './case-desk.ts';
import { colleague } from './colleague.ts';
import { type Speaker, speaker } from './office-speaker.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { work } from './sample-cases.ts';
import { setUpByPage } from './sample-office.ts';
import { complaint, escalation, languages, say, textIn } from './words.ts';

jest.setTimeout(120_000);

const complainant = 'Jan Kowalski';
const numbers = { complaint: /(?<!E-)\d{4}-000001/, review: /E-\d{4}-000001/ };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each(languages)(
  'who does not accept the answer gets a review by somebody else, and the complaint hears of it, in %s',
  async (language) => {
    const server = await startBuiltServer();
    try {
      const { context, broken } = await personsBrowser(browser, server.url);
      const page = await context.newPage();
      await setUpByPage(page, server.setUpCode);
      const speak = await speaker(page);
      await speak('PUT', '/me/handling', { handlesComplaints: true });
      const invited = {
        name: 'Omar Haddad',
        email: 'omar@brannocs.example',
        rights: ['handler'],
        roles: ['escalationManager', 'reviewer'],
        procedures: ['escalation'],
      };
      const omar = await colleague(browser, server.url, speak, invited);
      const id = await investigated(speak);
      for (const person of [speak, omar.speak]) await person('PATCH', '/me', { language });

      // Emily decides, and the complainant says that he does not accept it.
      await page.goto(`/cases/${id}`);
      const emily = await CaseDesk.at(page, language, complaint);
      await emily.takes('decide');
      await emily.completes('decide', {
        [emily.field('decision')]: { pick: emily.option('decision', 'rejected') },
        [emily.field('reasons')]: { write: '4' },
        [emily.field('authority')]: { write: '5' },
        [emily.field('remedy')]: { write: '6' },
      });
      await emily.confirms('decide');
      await emily.sendsLetter();
      await emily.records('reject', complainant, { [emily.field('objection')]: { write: 'Hail is not wear' } });

      // A review is under way: the complaint says so, leads there, and knows it as related.
      const review = textIn(escalation.title, language);
      await page.getByRole('link', { name: say(language, 'case.child-open') }).waitFor();
      await page.getByText(numbers.review).first().waitFor();
      expect(await emily.family()).toMatch(numbers.review);
      await emily.follows(say(language, 'case.child-open'));
      await page.waitForURL((url) => !url.pathname.endsWith(id));
      const address = new URL(page.url()).pathname;
      const reviewing = await CaseDesk.at(page, language, escalation);
      await page.getByText(say(language, 'task.kept-away')).waitFor();
      expect(await reviewing.family()).toMatch(numbers.complaint);
      expect(await page.getByRole('button', { name: say(language, 'task.take') }).count()).toBe(0);

      // She who decided is kept away from it and told so; Omar does it.
      await omar.page.goto(address);
      const reviewer = await CaseDesk.at(omar.page, language, escalation);
      await reviewer.sendsLetter();
      await reviewer.takes('assign');
      await reviewer.completes('assign', {});
      await reviewer.takes('decide');
      await reviewer.completes('decide', {
        [reviewer.field('issues')]: { write: '1' },
        [reviewer.field('evidenceList')]: { line: 'Photo 3', add: say(language, 'field.add-reference') },
        [reviewer.field('findings')]: { write: '2' },
        [reviewer.field('decision')]: { pick: reviewer.option('decision', 'upheld') },
        [reviewer.field('reasons')]: { write: '3' },
        [reviewer.field('remedy')]: { write: '4' },
        [reviewer.field('authority')]: { write: '5' },
      });
      await reviewer.confirms('decide');
      await reviewer.sendsLetter();

      // The complainant accepts: the review ends, and the complaint goes on to the remedy.
      await reviewer.records('accept', complainant);
      await page.getByText(say(language, 'case.outcome.resolved'), { exact: true }).first().waitFor();
      await reviewing.follows(textIn(complaint.title, language));
      await page.waitForURL(`**/cases/${id}`);
      await page.getByText(say(language, 'case.outcome.resolved')).first().waitFor();
      await page.getByRole('link', { name: say(language, 'case.child-open') }).waitFor({ state: 'detached' });
      const told = await emily.family();
      expect(told).toContain(review);
      expect(told).toContain(say(language, 'case.outcome.resolved'));
      expect(broken).toEqual([]);
      await omar.context.close();
      await context.close();
    } finally {
      await server.stop();
    }
  },
);

/** A complaint that waits for its decision. */
async function investigated(speak: Speaker): Promise<string> {
  const known = { description: 'The roof was paid for in part', contact: 'jan@example.org', complainantName: complainant };
  const receivedAt = new Date(Date.now() - 3 * 3_600_000).toISOString();
  const begun = await speak('POST', '/cases', { definition: 'complaint', channel: 'letter', receivedAt, values: known });
  const id = String(begun.id);
  const written = {
    ...known,
    productOrService: 'Roof',
    remedyRequested: 'The whole roof',
    receivedAt: receivedAt.slice(0, 10),
    channel: 'letter',
  };
  await work(speak, id, { event: 'register', values: written, thenSend: true });
  const judged = { severity: 2, safetyImplication: false, complexity: 1, impact: 1, needForImmediateAction: false, category: 'Roof' };
  await work(speak, id, { event: 'assessed', values: judged });
  const found = { facts: 'Hail', evidenceList: ['Photo 1'], findings: 'Wear', partiesHeard: 'Both' };
  await work(speak, id, { event: 'findingsReady', values: found });
  return id;
}
