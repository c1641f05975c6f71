import type { Draft } from '../../tools/rule-trial.ts';

/** Short words for a procedure written by hand; titles are of no matter here. */
type Bag = { [key: string]: Draft };
export const words = (text: string): Bag => ({ en: text, fa: text, pl: text });

export const task = (role: string, form?: string, more: Bag = {}): Bag => ({
  src: 'task',
  input: { role, ...(form && { form }), ...more },
});
export const letter = (id: string, ...to: string[]): Bag => ({ type: 'letter', params: { letter: id, ...(to.length > 0 && { to }) } });
export const record = (id: string): Bag => ({ type: 'record', params: { record: id } });
export const go = (target: string, ...actions: Bag[]): Bag[] => [{ target: `#${target}`, ...(actions.length > 0 && { actions }) }];
export const stay = (...actions: Bag[]): Bag[] => [{ actions }];

/** A step that serves these stages, with a word between them; `outcome:` and `wait:` are written out. */
export const step = (id: string, tags: string, more: Bag): Bag => ({
  id,
  ...(tags && { tags: tags.split(' ').map((tag) => (tag.includes(':') ? tag : `stage:${tag}`)) }),
  ...more,
  meta: { title: words(id), ...(typeof more.meta === 'object' ? more.meta : {}) },
});
export const box = (...steps: Bag[]): Bag => Object.fromEntries(steps.map((each) => [String(each.id), each]));

/** Fields by name; required with a star. */
export const form = (fields: string, ...records: string[]): Bag => ({
  title: words('Form'),
  ...(records.length > 0 && { records }),
  sections: [
    { fields: fields.split(' ').map((field) => ({ field: field.replace('*', ''), ...(field.endsWith('*') && { required: true }) })) },
  ],
});
/** Each paragraph: what it tells, and by which words. */
export const told = (to: string, ...blocks: (readonly [tells: string, text: string])[]): Bag => ({
  title: words('Letter'),
  to: [to],
  subject: words('Letter'),
  blocks: blocks.map(([tells, text]) => ({ ...(tells && { tells: tells.split(' ') }), text: words(text) })),
});
export const role = (party: string, competence?: string, more: Bag = {}): Bag => ({
  title: words('Role'),
  party,
  ...(competence && { competence: [competence] }),
  ...more,
});
export const field = (schema: Bag = { type: 'string' }, more: Bag = {}): Bag => ({ title: words('Field'), schema, ...more });
export const delay = (length: Bag): Bag => ({ title: words('Delay'), ...length });
export const event = (more: Bag = {}): Bag => ({ label: words('Event'), ...more });
