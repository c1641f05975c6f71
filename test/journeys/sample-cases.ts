import { type Answered, rowsOf, type Speaker } from './office-speaker.ts';

/** Five complaints at different places of two procedures. The first one is in hand: the one that the README shows. */
export async function sampleCases(speak: Speaker): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const sample of samples) {
    const { id } = await speak('POST', '/cases', started(sample));
    for (const task of sample.done ?? []) await work(speak, String(id), task);
    if (sample.claimed) await speak('POST', `/tasks/${encodeURIComponent(await openTask(speak, String(id)))}/claim`, {});
    ids.push(String(id));
  }
  return ids;
}

export async function openTask(speak: Speaker, caseId: string): Promise<string> {
  const [task] = rowsOf(await speak('POST', '/tasks/search', { case: caseId, scope: 'all' }));
  if (!task) throw new Error('the case has no open task');
  return String(task.id);
}

const sentBy = 'post';
const timeIsUp = 'Time is up';

interface Done {
  readonly event: string;
  readonly values: Answered;
  /** The step after it waits until somebody says that the letter was sent. */
  readonly thenSend?: true;
}
interface Sample {
  readonly definition: 'complaint' | 'starter';
  readonly hours: number;
  readonly channel: string;
  readonly values: Answered;
  readonly done?: readonly Done[];
  readonly claimed?: true;
}

/** Takes the open task of a case and completes it. */
export async function work(speak: Speaker, caseId: string, { event, values, thenSend }: Done): Promise<void> {
  const task = encodeURIComponent(await openTask(speak, caseId));
  await speak('POST', `/tasks/${task}/claim`, {});
  await speak('POST', `/tasks/${task}/completion`, { event, values });
  if (!thenSend) return;
  const letter = await writtenLetter(speak, caseId);
  const at = new Date().toISOString();
  await speak('POST', `/cases/${caseId}/letters/${encodeURIComponent(letter)}/sent`, { how: sentBy, at });
}

/** A worker writes it a moment after the step: asked again until it lies there. */
async function writtenLetter(speak: Speaker, caseId: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const letter = rowsOf(await speak('GET', `/cases/${caseId}/letters`)).find(({ state }) => state === 'written');
    if (letter) return String(letter.key);
  }
  throw new Error('no letter was written');
}

/** Nobody wrote the complaint down in time: the procedure tells its owner, by a message that is found in the inbox a moment later. */
export async function passedDeadline(speak: Speaker, caseId: string): Promise<string> {
  await speak('POST', `/cases/${caseId}/timers/recording.recordBy/firing`, { reason: timeIsUp });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const [message] = rowsOf(await speak('GET', '/inbox'));
    if (message) return String(message.id);
  }
  throw new Error('no message was written');
}

const started = ({ definition, hours, channel, values }: Sample) => ({
  definition,
  channel,
  receivedAt: new Date(Date.now() - hours * 3_600_000).toISOString(),
  values,
});

const label = 'The label said 5 ml but the prescription says 0.5 ml. I noticed before giving the second dose to my baby.';
const samples: readonly Sample[] = [
  {
    definition: 'complaint',
    hours: 3,
    channel: 'web',
    values: { description: label, contact: 'jack@robinson.example', complainantName: 'Jack Robinson' },
    done: [
      {
        event: 'register',
        thenSend: true,
        values: {
          description: label,
          productOrService: 'Pharmacy',
          remedyRequested: 'An explanation, and that it cannot happen again',
          complainantName: 'Jack Robinson',
          contact: 'jack@robinson.example',
          receivedAt: new Date(Date.now() - 3 * 3_600_000).toISOString().slice(0, 10),
          channel: 'web',
        },
      },
      {
        event: 'assessed',
        values: {
          severity: 4,
          safetyImplication: true,
          complexity: 2,
          impact: 3,
          needForImmediateAction: false,
          category: 'Wrong dose',
        },
      },
    ],
    claimed: true,
  },
  {
    definition: 'starter',
    hours: 24 * 9,
    channel: 'phone',
    values: {
      description: 'My father was discharged at 2 a.m. in a hospital gown.',
      contact: 'fiona@macleod.example',
      complainantName: 'Fiona MacLeod',
    },
    claimed: true,
  },
  {
    definition: 'starter',
    hours: 30,
    channel: 'letter',
    values: {
      description: 'شارژر ماشین اسباب‌بازی هنگام شارژ جرقه زد و پرده آتش گرفت.',
      contact: '۰۹۱۲۰۰۰۰۰۰۰',
      complainantName: 'فاطمه اکبری',
    },
  },
  {
    definition: 'complaint',
    hours: 50,
    channel: 'email',
    values: {
      description: 'Wyniki badań przekazano mi wyłącznie po angielsku.',
      contact: 'anna@kowalska.example',
      complainantName: 'Anna Kowalska',
    },
    claimed: true,
  },
  {
    definition: 'starter',
    hours: 8,
    channel: 'in-person',
    values: { description: 'Fourteen hours on a trolley', contact: 'liam@walsh.example', complainantName: 'Liam Walsh' },
  },
];

/** What the people of these cases wrote, without the answers that are codes. */
export const typedInCases: readonly string[] = [
  timeIsUp,
  ...samples.flatMap(({ values, done = [] }) =>
    [values, ...done.map((task) => task.values)].flatMap((answers) =>
      Object.entries(answers).flatMap(([field, answer]) => (field !== 'channel' && typeof answer === 'string' ? [answer] : [])),
    ),
  ),
];
