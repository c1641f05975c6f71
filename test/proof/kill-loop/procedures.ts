import { type Definition, type JsonObject, type Rehearsal, rehearse } from '@redress/engine';
import { calendars } from '../../tools/pretend-case.ts';
import { schemas } from '../../tools/schema-tool.ts';
import { end, smallDefinition, steps, task } from '../../tools/small-definition.ts';

const words = (text: string) => ({ en: text });
const letter = (subject: string) => ({
  title: words(subject),
  to: ['complainant'],
  subject: words(subject),
  blocks: [{ text: words('{description}') }],
});
const field = (name: string) => ({ field: name, required: true });
const text = (title: string) => ({ title: words(title), schema: { type: 'string', minLength: 1 } });
const data = { description: text('Matter'), contact: text('Contact') };
const form = (...fields: string[]) => ({ title: words('Form'), sections: [{ fields: fields.map(field) }] });

/**
 * A complaint about a parcel, with everything that can be torn apart by a crash: letters, one of them waited for, one that waits for the register
 * number, a timer, a sub-case and its report. Dear parcels go to an inspection, cheap ones rest for a minute.
 */
const parcel = smallDefinition(
  {
    initial: 'received',
    on: { noted: [{ actions: [{ type: 'letter', params: { letter: 'noted' } }] }] },
    states: steps({
      received: {
        entry: [{ type: 'letter', params: { letter: 'received' } }],
        invoke: task('clerk', { form: 'amount' }),
        on: {
          checked: [
            { target: '#inspecting', guard: { type: 'if', params: { field: 'amount', is: '>=', value: 5 } } },
            { target: '#resting' },
          ],
        },
      },
      resting: { after: { minute: [{ target: '#deciding' }] } },
      inspecting: {
        invoke: {
          src: 'case',
          input: { definition: 'inspection', data: { description: '= description', contact: '= contact' } },
          onDone: [{ target: '#deciding' }],
        },
      },
      deciding: { invoke: task('boss', { form: 'note' }), on: { decided: [{ target: '#informing' }] } },
      informing: {
        invoke: { src: 'letter', input: { letter: 'decided' }, onDone: [{ target: '#settled' }], onError: [{ target: '#deciding' }] },
      },
      settled: end('resolved'),
    }),
  },
  {
    id: 'parcel',
    kind: 'complaint',
    start: { form: 'arrival', by: ['clerk'] },
    data,
    delays: { minute: { minutes: 1 } },
    events: {
      checked: { label: words('Checked') },
      decided: { label: words('Decided') },
      noted: { label: words('Noted'), by: ['clerk'], form: 'note' },
    },
    forms: { arrival: form('description', 'contact') },
    letters: { received: letter('Your parcel, {case.number}'), noted: letter('We noted'), decided: letter('Decided') },
  },
);

const inspection = smallDefinition(
  {
    initial: 'looking',
    states: steps({
      looking: {
        entry: [{ type: 'letter', params: { letter: 'looking' } }],
        invoke: task('boss', { form: 'amount' }),
        on: { looked: [{ target: '#seen' }] },
      },
      seen: end('resolved'),
    }),
  },
  {
    id: 'inspection',
    data,
    returns: ['amount'],
    events: { looked: { label: words('Looked') } },
    letters: { looking: letter('Somebody looks at your parcel') },
  },
);

export const procedures: readonly Definition[] = [parcel, inspection];

/** What people do with the n-th complaint: three kinds, so that each kill can meet each of them. */
export interface Plan {
  readonly n: number;
  readonly input: JsonObject;
  readonly amount: number;
  /** Something is noted as soon as the case is there. */
  readonly note?: string;
}

export const planOf = (n: number): Plan => ({
  n,
  input: { description: `parcel ${n}`, contact: 'ada@example.org' },
  amount: n % 3 === 0 ? 9 : 2,
  ...(n % 3 === 2 ? { note: `called about ${n}` } : {}),
});

/** The answers of a task's form: outcome and values, by the step. */
export const answerTo = (step: string, plan: Plan): { readonly event: string; readonly values: JsonObject } => {
  if (step === 'received') return { event: 'checked', values: { amount: plan.amount } };
  if (step === 'looking') return { event: 'looked', values: { amount: 7 } };
  return { event: 'decided', values: { note: `decided ${plan.n}` } };
};

const rehearsals = new Map<number, Rehearsal>();
/** The same complaint played by the engine alone: no server, no store, no crash. */
export function rehearsed(plan: Plan): Rehearsal {
  const known = rehearsals.get(plan.n % 3);
  if (known !== undefined) return known;
  const clerk = (step: string) => ({ send: answerTo(step, plan).event, by: 'clerk', values: answerTo(step, plan).values });
  const boss = (step: string, where = 'parcel') => ({
    send: answerTo(step, plan).event,
    by: 'boss',
    in: where,
    values: answerTo(step, plan).values,
  });
  const rehearsal = rehearse(
    { definitions: procedures, calendars, tools: { schemas } },
    {
      process: 'parcel',
      at: '2026-03-02T09:00:00Z',
      people: { clerk: ['clerk'], boss: ['boss'] },
      by: 'clerk',
      input: plan.input,
      steps: [
        ...(plan.note === undefined ? [] : [{ send: 'noted', by: 'clerk', values: { note: plan.note } }]),
        clerk('received'),
        plan.amount >= 5 ? boss('looking', 'inspection') : { wait: { minutes: 1 } },
        boss('deciding'),
        { expect: { status: 'ended', outcome: 'resolved' } },
      ],
    },
  );
  if (!rehearsal.ok) throw new Error(JSON.stringify(rehearsal.problems));
  rehearsals.set(plan.n % 3, rehearsal);
  return rehearsal;
}
