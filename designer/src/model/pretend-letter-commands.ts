import type { BlockPayloads, BlockPlace } from './block-commands.ts';
import type { Command } from './command.ts';
import { type LetterPayloads, letterWays } from './letter-commands.ts';
import { fieldsOf, listOf } from './loose-json.ts';
import type { Facts } from './pretend-commands.ts';
import { pick } from './pretend-when-commands.ts';

type Makers<Of> = { readonly [Name in keyof Of]: (facts: Facts) => Command };

/** Any command on any letter that is there. */
export const letterMakers: Makers<LetterPayloads & BlockPayloads> = {
  'letter.add': ({ title, roles, number }) => ({ name: 'letter.add', payload: { title, to: roles.slice(0, number % 3) } }),
  'letter.remove': (facts) => ({ name: 'letter.remove', payload: { letter: letterOf(facts) } }),
  'letter.to': (facts) => ({ name: 'letter.to', payload: { letter: letterOf(facts), roles: facts.roles.slice(0, facts.number % 4) } }),
  'letter.via': (facts) => ({ name: 'letter.via', payload: { letter: letterOf(facts), ways: letterWays.slice(0, facts.number % 5) } }),
  'letter.owner': (facts) => {
    const role = facts.number % 3 === 0 ? undefined : pick(facts.roles, facts.number);
    return { name: 'letter.owner', payload: { letter: letterOf(facts), ...(role === undefined ? {} : { role }) } };
  },
  'letter.review': (facts) => ({
    name: 'letter.review',
    payload: { letter: letterOf(facts), ...(facts.number % 3 === 0 ? {} : { day: '2027-01-31' }) },
  }),
  'letter.records': (facts) => ({
    name: 'letter.records',
    payload: { letter: letterOf(facts), records: ['response', 'x-ours'].slice(0, facts.number % 3) },
  }),
  'letter.subject': (facts) => ({
    name: 'letter.subject',
    payload: { letter: letterOf(facts), language: 'pl', words: facts.number % 4 === 0 ? '' : `${facts.title.en} {case.number}` },
  }),
  'block.add': (facts) => ({
    name: 'block.add',
    payload: {
      letter: letterOf(facts),
      text: facts.title,
      ...(facts.number % 2 === 0 ? { tells: ['progress'] } : { before: blockOf(facts).block }),
    },
  }),
  'block.remove': (facts) => ({ name: 'block.remove', payload: blockOf(facts) }),
  'block.move': (facts) => ({ name: 'block.move', payload: { ...blockOf(facts), where: facts.number % 2 === 0 ? 'up' : 'down' } }),
  'block.text': (facts) => ({
    name: 'block.text',
    payload: {
      ...blockOf(facts),
      language: 'fa',
      words: facts.number % 5 === 0 ? '' : `سلام {recipient.name} ${facts.number}`,
      ...(facts.number % 3 === 0 ? { variant: 0 } : {}),
    },
  }),
  'block.tells': (facts) => ({
    name: 'block.tells',
    payload: { ...blockOf(facts), tells: facts.number % 3 === 0 ? [] : ['case-id', 'reasons'].slice(0, facts.number % 3) },
  }),
  'block.when': (facts) => ({
    name: 'block.when',
    payload: {
      ...blockOf(facts),
      ...(facts.number % 3 === 0 ? { variant: 0 } : {}),
      ...(facts.number % 2 === 0 ? {} : { condition: { field: facts.field, is: 'filled' } }),
    },
  }),
  'variant.add': (facts) => ({ name: 'variant.add', payload: blockOf(facts) }),
  'variant.remove': (facts) => ({ name: 'variant.remove', payload: { ...blockOf(facts), variant: facts.number % 2 } }),
  'variant.move': (facts) => ({ name: 'variant.move', payload: { ...blockOf(facts), variant: facts.number % 2, where: 'down' } }),
};

const letterOf = ({ document, number }: Facts): string => pick(Object.keys(fieldsOf(document.definition.letters)), number) ?? '';

function blockOf(facts: Facts): BlockPlace {
  const letter = letterOf(facts);
  const blocks = listOf(fieldsOf(fieldsOf(facts.document.definition.letters)[letter]).blocks);
  return { letter, block: facts.number % Math.max(blocks.length, 1) };
}
