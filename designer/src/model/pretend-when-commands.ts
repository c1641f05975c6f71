import { type ClockPayloads, clockMeanings, clockParts } from './clock-commands.ts';
import type { Command } from './command.ts';
import { type DelayPayloads, rungSorts } from './delay-commands.ts';
import { fieldsOf } from './loose-json.ts';
import type { Facts } from './pretend-commands.ts';
import { tagsInOrder } from './step-tags.ts';

type Makers<Of> = { readonly [Name in keyof Of]: (facts: Facts) => Command };

/** Any command about time on anything that is there. */
export const whenMakers: Makers<DelayPayloads & ClockPayloads> = {
  'delay.add': ({ title, number }) => ({ name: 'delay.add', payload: { title, length: { days: 1 + (number % 30) } } }),
  'delay.remove': ({ delays, number }) => ({ name: 'delay.remove', payload: { delay: pick(delays, number) ?? '' } }),
  'rung.add': ({ id, other, roles, number, document }) => {
    const letter = pick(Object.keys(fieldsOf(document.definition.letters)), number);
    const role = pick(roles, number);
    return {
      name: 'rung.add',
      payload: {
        step: id,
        sort: pick(rungSorts, number) ?? 'remind',
        length: { workingDays: 1 + (number % 9) },
        to: other,
        ...(letter === undefined ? {} : { letter }),
        ...(role === undefined ? {} : { role }),
      },
    };
  },
  'rung.remove': ({ step, number }) => ({ name: 'rung.remove', payload: rungOf(step, number) }),
  'rung.own': ({ step, number }) => ({ name: 'rung.own', payload: rungOf(step, number) }),
  'row.again': ({ row, number }) => ({ name: 'row.again', payload: { row, again: number % 2 === 0 } }),
  'due.set': ({ step, number }) => {
    const { delay } = rungOf(step, number);
    return { name: 'due.set', payload: { step: step?.id ?? '', ...(delay === '' || number % 3 === 0 ? {} : { delay }) } };
  },
  'target.set': ({ stage, delays, number }) => {
    const delay = pick(delays, number);
    return {
      name: 'target.set',
      payload: {
        stage,
        ...(number % 3 === 0 || delay === undefined ? {} : { delay }),
        ...(number % 3 === 0 && number % 2 === 0 ? { length: { days: 4 } } : {}),
      },
    };
  },
  'visits.set': ({ id, number }) => ({
    name: 'visits.set',
    payload: { step: id, ...(number % 3 === 0 ? {} : { most: number % 5 }) },
  }),
  'clock.add': ({ title, number }) => ({ name: 'clock.add', payload: { title, ...(number % 2 === 0 ? {} : { kind: 'law' }) } }),
  'clock.remove': (facts) => ({ name: 'clock.remove', payload: { clock: clockOf(facts) } }),
  'clock.kind': (facts) => ({ name: 'clock.kind', payload: { clock: clockOf(facts), kind: facts.number % 2 === 0 ? 'law' : 'service' } }),
  'clock.limit': (facts) => ({
    name: 'clock.limit',
    payload: { clock: clockOf(facts), delay: pick(facts.delays, facts.number) ?? '' },
  }),
  'clock.tags': (facts) => ({
    name: 'clock.tags',
    payload: {
      clock: clockOf(facts),
      part: pick(clockParts, facts.number) ?? 'starts',
      tags: tagsInOrder(facts.document.definition).slice(facts.number % 5, facts.number % 7),
    },
  }),
  'clock.warn': (facts) => ({
    name: 'clock.warn',
    payload: { clock: clockOf(facts), at: facts.number % 4 === 0 ? [] : [facts.number % 110, 50] },
  }),
  'clock.extend': (facts) => {
    const { document, number, delays } = facts;
    const letter = pick(Object.keys(fieldsOf(document.definition.letters)), number);
    const delay = pick(delays, number);
    return {
      name: 'clock.extend',
      payload: {
        clock: clockOf(facts),
        ...(letter === undefined || number % 3 === 0 ? {} : { letter }),
        ...(number % 2 === 0 ? { times: 1 + (number % 3) } : {}),
        ...(number % 5 === 0 && delay !== undefined ? { delay } : {}),
      },
    };
  },
  'clock.unextend': (facts) => ({ name: 'clock.unextend', payload: { clock: clockOf(facts) } }),
  'clock.means': (facts) => {
    const means = pick(clockMeanings, facts.number);
    return { name: 'clock.means', payload: { clock: clockOf(facts), ...(means === undefined || facts.number % 4 === 0 ? {} : { means }) } };
  },
  'clock.source': (facts) => ({
    name: 'clock.source',
    payload: { clock: clockOf(facts), source: facts.number % 3 === 0 ? '' : `promise ${facts.number}` },
  }),
};

const clockOf = ({ document, number }: Facts): string => pick(Object.keys(fieldsOf(document.definition.clocks)), number) ?? '';

function rungOf(step: Facts['step'], number: number): { readonly step: string; readonly delay: string } {
  const rows = (step?.rows ?? []).filter(({ via }) => via === 'after');
  return { step: step?.id ?? '', delay: pick(rows, number)?.name ?? '' };
}

export const pick = <Value>(from: readonly Value[], number: number): Value | undefined => from[number % Math.max(from.length, 1)];
