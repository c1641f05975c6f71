import { type ButtonPayloads, buttonStyles } from './button-commands.ts';
import type { Command } from './command.ts';
import type { FieldMorePayloads } from './field-more-commands.ts';
import type { FormUsePayloads } from './form-use-commands.ts';
import { fieldsOf } from './loose-json.ts';
import type { Facts } from './pretend-commands.ts';
import { pick } from './pretend-when-commands.ts';

const sectionNames = ({ document }: Facts, section: 'forms' | 'events') => Object.keys(fieldsOf(document.definition[section]));

/** Any field said more of. */
export const fieldMoreMakers: { readonly [Name in keyof FieldMorePayloads]: (facts: Facts) => Command } = {
  'help.set': (facts) => ({
    name: 'help.set',
    payload: {
      ...(facts.number % 2 === 0
        ? { of: 'field', id: facts.field }
        : { of: 'form', id: pick(sectionNames(facts, 'forms'), facts.number) ?? '' }),
      language: 'en',
      words: facts.number % 3 === 0 ? '' : `${facts.title.en} ${facts.number}`,
    },
  }),
  'field.default': ({ field, number }) => ({ name: 'field.default', payload: { field, ...(number % 3 === 0 ? {} : { value: number }) } }),
  'field.means': ({ field, number }) => ({ name: 'field.means', payload: { field, means: number % 3 === 0 ? '' : `word-${number}` } }),
};

/** Any form made, taken away, or used somewhere else. */
export const formUseMakers: { readonly [Name in keyof (FormUsePayloads & ButtonPayloads)]: (facts: Facts) => Command } = {
  'form.add': ({ title }) => ({ name: 'form.add', payload: { title } }),
  'form.remove': (facts) => ({ name: 'form.remove', payload: { form: pick(sectionNames(facts, 'forms'), facts.number) ?? '' } }),
  'form.records': (facts) => ({
    name: 'form.records',
    payload: { form: pick(sectionNames(facts, 'forms'), facts.number) ?? '', records: ['evidence', 'x-ours'].slice(0, facts.number % 3) },
  }),
  'event.form': (facts) => {
    const form = facts.number % 3 === 0 ? undefined : pick(sectionNames(facts, 'forms'), facts.number);
    return {
      name: 'event.form',
      payload: { event: pick(sectionNames(facts, 'events'), facts.number) ?? '', ...(form === undefined ? {} : { form }) },
    };
  },
  'event.confirm': (facts) => ({
    name: 'event.confirm',
    payload: {
      event: pick(sectionNames(facts, 'events'), facts.number) ?? '',
      language: facts.number % 2 === 0 ? 'pl' : 'fa',
      words: facts.number % 3 === 0 ? '' : `${facts.title.en}?`,
    },
  }),
  'event.style': (facts) => {
    const style = facts.number % 4 === 0 ? undefined : pick(buttonStyles, facts.number);
    return {
      name: 'event.style',
      payload: { event: pick(sectionNames(facts, 'events'), facts.number) ?? '', ...(style === undefined ? {} : { style }) },
    };
  },
  'start.form': (facts) => ({ name: 'start.form', payload: { form: pick(sectionNames(facts, 'forms'), facts.number) ?? '' } }),
};
