import type { Json } from '@redress/engine';
import type { Command } from './command.ts';
import { fieldsOf, listOf } from './loose-json.ts';
import type { Facts } from './pretend-commands.ts';
import { pick } from './pretend-when-commands.ts';
import type { TableColumnPayloads } from './table-column-commands.ts';
import { hitPolicies, type TablePayloads } from './table-commands.ts';

type Makers<Of> = { readonly [Name in keyof Of]: (facts: Facts) => Command };

const cells: readonly Json[] = ['-', '> 3', '"delivery"', null, 4, '= severity + 1', true];

/** Any command on any table that is there. */
export const tableMakers: Makers<TablePayloads & TableColumnPayloads> = {
  'decision.add': ({ title, field, number }) => ({
    name: 'decision.add',
    payload: { title, ...(number % 2 === 0 ? {} : { input: field, output: field }) },
  }),
  'decision.remove': (facts) => ({ name: 'decision.remove', payload: { decision: tableOf(facts) } }),
  'table.hit': (facts) => ({ name: 'table.hit', payload: { decision: tableOf(facts), hit: pick(hitPolicies, facts.number) ?? 'first' } }),
  'table.write': (facts) => {
    const { number } = facts;
    const cell = (more: number) => ({
      ...(number % 5 === 0 ? {} : { row: (number + more) % 9 }),
      list: number % 5 === 0 || more % 2 === 0 ? ('then' as const) : ('when' as const),
      column: (number + more) % 3,
      value: pick(cells, number + more) ?? null,
    });
    return { name: 'table.write', payload: { decision: tableOf(facts), cells: [cell(0), cell(1)].slice(number % 2) } };
  },
  'table.row-add': (facts) => ({
    name: 'table.row-add',
    payload: { decision: tableOf(facts), at: facts.number % 7, ...(facts.number % 3 === 0 ? { when: ['> 3'] } : {}) },
  }),
  'table.row-remove': (facts) => ({ name: 'table.row-remove', payload: { decision: tableOf(facts), row: facts.number % 7 } }),
  'table.row-move': (facts) => ({
    name: 'table.row-move',
    payload: { decision: tableOf(facts), row: facts.number % 7, to: facts.number % 3 },
  }),
  'table.because': (facts) => ({
    name: 'table.because',
    payload: { decision: tableOf(facts), row: facts.number % 5, language: 'en', words: facts.number % 4 === 0 ? '' : `${facts.title.en}` },
  }),
  'table.input-add': (facts) => ({
    name: 'table.input-add',
    payload: { decision: tableOf(facts), input: facts.number % 2 === 0 ? { field: facts.field } : { title: facts.title, feel: 'true' } },
  }),
  'table.input-set': (facts) => ({
    name: 'table.input-set',
    payload: {
      decision: tableOf(facts),
      column: facts.number % 3,
      input: facts.number % 2 === 0 ? { field: facts.field } : { title: facts.title, feel: `${facts.number} > 1` },
    },
  }),
  'table.input-title': (facts) => ({
    name: 'table.input-title',
    payload: { decision: tableOf(facts), column: facts.number % 3, language: 'pl', words: facts.title.en ?? '' },
  }),
  'table.output-add': (facts) => ({ name: 'table.output-add', payload: { decision: tableOf(facts), field: facts.field } }),
  'table.output-set': (facts) => ({
    name: 'table.output-set',
    payload: { decision: tableOf(facts), column: facts.number % 3, field: facts.field },
  }),
  'table.column-remove': (facts) => ({
    name: 'table.column-remove',
    payload: { decision: tableOf(facts), list: facts.number % 2 === 0 ? 'when' : 'then', column: facts.number % 3 },
  }),
  'table.column-move': (facts) => ({
    name: 'table.column-move',
    payload: { decision: tableOf(facts), list: facts.number % 2 === 0 ? 'when' : 'then', column: facts.number % 3, to: facts.number % 2 },
  }),
};

const tableOf = ({ document, number }: Facts): string => {
  const tables = Object.entries(fieldsOf(document.definition.decisions));
  const used = tables.filter(([, table]) => listOf(fieldsOf(table).rows).length > 0);
  return pick(used.length > 0 && number % 3 > 0 ? used : tables, number)?.[0] ?? '';
};
