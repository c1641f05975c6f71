import { defaultAnswers, drawSkeleton, templates } from '@redress/definitions';
import type { Page } from 'playwright-core';
import { emptyProcedure } from '../../designer/src/procedures/empty-procedure.ts';
import { idOf, type Speaker, speaker } from './office-speaker.ts';
import { reviewedDraft, saidInReview } from './reviewed-draft.ts';
import { openTask, passedDeadline, sampleCases, typedInCases } from './sample-cases.ts';

/** An office with people and cases in it, set up through its own pages and routes. */
export interface SampleOffice {
  /** Addresses by the name of their page. */
  readonly pages: Readonly<Record<string, string>>;
  readonly cases: readonly string[];
  readonly speak: Speaker;
  readonly choose: (choices: { readonly language?: string; readonly theme?: string }) => Promise<void>;
}

export async function sampleOffice(page: Page, code: string): Promise<SampleOffice> {
  await setUpByPage(page, code);
  const speak = await speaker(page);
  await speak('PUT', '/me/handling', { handlesComplaints: true });
  await drawing(speak);
  const invited = await speak('POST', '/people', {
    name: 'Omar Haddad',
    email: 'omar@brannocs.example',
    rights: ['handler'],
    invite: true,
  });
  await speak('POST', '/people', { name: 'Grace Palmer', email: 'grace@brannocs.example', rights: ['compliance', 'management'] });
  await speak('POST', '/people/outside', { name: 'فاطمه اکبری', party: 'complainant', language: 'fa' });
  await speak('POST', '/tokens', { name: 'Web form', scope: ['start'], rights: ['handler'], days: 90 });
  const cases = await sampleCases(speak);
  const [inHand = '', , notWrittenDown = ''] = cases;
  const message = await passedDeadline(speak, notWrittenDown);
  return {
    speak,
    cases,
    pages: {
      tasks: '/tasks',
      queue: '/tasks?view=queue',
      task: `/tasks?task=${encodeURIComponent(await openTask(speak, inHand))}`,
      cases: '/cases',
      'cases-none': `/cases?text=${encodeURIComponent(searched)}`,
      case: `/cases/${inHand}`,
      'case-map': `/cases/${inHand}/map`,
      inspect: `/inspect/${inHand}`,
      'inspect-state': `/inspect/${inHand}?event=${encodeURIComponent(`${inHand}:${await lastMove(speak, inHand)}:2`)}`,
      'new-complaint': '/cases/new?definition=complaint',
      messages: '/messages',
      message: `/messages?message=${encodeURIComponent(message)}`,
      failures: '/failures',
      people: '/people',
      person: `/people/${idOf(invited.person)}`,
      procedures: '/procedures',
      outline: '/procedures/starter/outline',
      'outline-step': '/procedures/starter/outline?at=examining',
      'outline-way': `/procedures/starter/outline?at=${encodeURIComponent('examining/on/examined/0')}`,
      try: '/procedures/complaint/try',
      text: '/procedures/complaint/text',
      review: '/procedures/complaint/review',
      'review-sent': '/procedures/escalation/review?at=level2',
      versions: '/procedures/complaint/versions',
      map: '/procedures/complaint/map',
      'map-step': '/procedures/complaint/map?at=assessing',
      'map-deadline': `/procedures/complaint/map?at=${encodeURIComponent('assessing/after/assessBy/0')}`,
      'map-starter': '/procedures/starter/map',
      'skeleton-questions': '/procedures/untouched/map',
      'skeleton-questions-outline': '/procedures/untouched/outline',
      skeleton: '/procedures/drawn/map?at=receiving',
      'template-bank': '/procedures/bank/map',
      check: '/procedures/bank/map?check=all',
      'check-path': `/procedures/bank/map?check=${encodeURIComponent('10002/7.9-B')}&way=1&step=4`,
      'check-outline': `/procedures/bank/outline?check=${encodeURIComponent('10002/7.9-B')}&way=1&step=3`,
      proof: '/procedures/complaint/proof',
      'proof-operation': '/procedures/starter/proof?of=1',
      'proof-broken': `/procedures/bank/proof?of=draft&rule=${encodeURIComponent('10002/7.9-B')}`,
      'proof-compared': '/procedures/complaint/proof?of=draft&with=1&show=changed',
      guide: '/guide',
      'guide-task': '/guide/publish?procedure=complaint',
      'guide-keys': '/guide/keys',
      calendar: '/calendar',
      organisation: '/organisation',
      tokens: '/tokens',
      sessions: '/sessions',
      welcome: '/welcome',
      notices: '/notices',
      nothing: '/nothing-here',
    },
    choose: async (choices) => {
      await speak('PATCH', '/me', choices);
    },
  };
}

/** Whoever set it up draws as well: a draft of the starter with one way that leads nowhere yet. */
async function drawing(speak: Speaker): Promise<void> {
  const id = idOf((await speak('GET', '/session')).person);
  const { revision } = await speak('GET', `/people/${id}`);
  const rights = ['administrator', 'handler', 'team-lead', 'process-owner'];
  await speak('PATCH', `/people/${id}`, { rights }, Number(revision));
  const { document } = await speak('GET', '/definitions/starter/versions/1');
  const draft = JSON.parse(JSON.stringify(document));
  draft.machine.states.deciding.on = { ...draft.machine.states.deciding.on, open: [{}] };
  draft.events.open = { label: { en: 'Ask the manager', fa: 'پرسش از مدیر', pl: 'Zapytaj kierownika' } };
  await speak('PUT', '/definitions/starter/draft', { document: draft }, 0);
  const complaint = await speak('GET', '/definitions/complaint/versions/1');
  await speak(
    'PUT',
    '/definitions/complaint/draft',
    { document: complaint.document, layout: { notes: { note1: { text: noted, x: 0, y: 500 } } } },
    0,
  );
  const words = { title: emptyNamed, language: 'en', receive: 'Receive', handler: 'Case officer', complainant: 'Complainant' };
  await speak('PUT', '/definitions/untouched/draft', { document: emptyProcedure({ ...words, id: 'untouched' }) }, 0);
  await speak('PUT', '/definitions/drawn/draft', { document: { ...drawSkeleton(defaultAnswers), id: 'drawn' } }, 0);
  await speak('PUT', '/definitions/bank/draft', { document: mistakenBank() }, 0);
  await reviewedDraft(speak);
}

/** The bank from the gallery with two mistakes for the check to find: silence of the customer is a yes, and the record does not say what it is about. */
function mistakenBank(): object {
  const bank = JSON.parse(JSON.stringify(templates[0]));
  bank.machine.states.fulfilling.on.remedyDone[0].target = '#closing';
  bank.data.product.means = undefined;
  return bank;
}

/** The last revision that moved the case. */
async function lastMove(speak: Speaker, id: string): Promise<number> {
  const { path } = await speak('GET', `/cases/${id}`);
  return Array.isArray(path) ? Math.max(...path.map(({ revision }) => Number(revision))) : 1;
}

const omar = { name: 'Omar Haddad', email: 'omar@brannocs.example' };
const grace = { name: 'Grace Palmer', email: 'grace@brannocs.example' };
const fatemeh = 'فاطمه اکبری';
const program = 'Web form';
const searched = 'chargr fire';
const password = 'a tide of quiet lanterns';
const founding = {
  'Name of the organisation': 'St Brannoc’s Hospital Trust',
  'How complainants reach you': 'Patient Relations, 1 Harbour Road, St Brannoc’s',
  'Outside body for unresolved complaints': 'Health Ombudsman, 2 Parliament Street, London',
  'Time limit for going there': 'within 12 months of our final answer',
  Name: 'Emily Shaw',
  'E-mail': 'emily@brannocs.example',
} as const;

/** Everything that a person typed here: it stands on the pages of every language as it was typed. */
const noted = 'Nobody calls the pharmacy directly.';
/** A procedure that somebody has only given a name. */
const emptyNamed = 'Cards';

export const typedTexts: readonly string[] = [
  emptyNamed,
  noted,
  ...saidInReview,
  ...[omar, grace].flatMap(({ name, email }) => [name, email]),
  fatemeh,
  program,
  searched,
  ...Object.values(founding),
  ...typedInCases,
];

export async function setUpByPage(page: Page, code: string): Promise<void> {
  await page.goto('/set-up?language=en');
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  await fill('Set-up code', code);
  for (const [label, text] of Object.entries(founding)) await fill(label, text);
  await fill('Password', password);
  await page.getByRole('button', { name: 'Create the organisation' }).click();
  await page.waitForURL('**/welcome');
}
