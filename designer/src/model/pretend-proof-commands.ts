import type { Command } from './command.ts';
import type { EvidencePayloads } from './evidence-commands.ts';
import { fieldsOf } from './loose-json.ts';
import { type MeasurePayloads, measurePeriods, measureUnits } from './measure-commands.ts';
import type { Facts } from './pretend-commands.ts';
import { pick } from './pretend-when-commands.ts';
import { type ProfilePayloads, procedureChannels, procedureKinds, retentionEnds, retentionStarts } from './profile-commands.ts';
import { parties, type RolePayloads, roleFields } from './role-commands.ts';
import type { WhoPayloads } from './who-commands.ts';

type Makers<Of> = { readonly [Name in keyof Of]: (facts: Facts) => Command };

const tags = ['stage:receipt', 'stage:decision', 'level:2', 'wait:provider', 'outcome:resolved', 'mark:ours'] as const;
const words = ['channels', 'steps', 'no-charge', 'x-ours'] as const;

/** Any command about who does something, on anything that is there. */
export const whoMakers: Makers<RolePayloads & WhoPayloads> = {
  'role.add': ({ title, number }) => ({ name: 'role.add', payload: { title, party: pick(parties, number) ?? 'organisation' } }),
  'role.remove': (facts) => ({ name: 'role.remove', payload: { role: roleOf(facts) } }),
  'role.party': (facts) => ({ name: 'role.party', payload: { role: roleOf(facts), party: pick(parties, facts.number) ?? 'customer' } }),
  'role.independent': (facts) => ({ name: 'role.independent', payload: { role: roleOf(facts), independent: facts.number % 2 === 0 } }),
  'role.competence': (facts) => ({
    name: 'role.competence',
    payload: { role: roleOf(facts), words: ['review', 'mediation'].slice(0, facts.number % 3) },
  }),
  'role.field': (facts) => ({
    name: 'role.field',
    payload: {
      role: roleOf(facts),
      which: pick(roleFields, facts.number) ?? 'heldBy',
      ...(facts.number % 3 === 0 ? {} : { field: facts.field }),
    },
  }),
  'excludes.set': ({ id, roles, number }) => ({ name: 'excludes.set', payload: { step: id, roles: roles.slice(0, number % 3) } }),
  'hides.set': ({ id, number }) => ({ name: 'hides.set', payload: { step: id, records: ['findings', 'position'].slice(0, number % 3) } }),
  'assign.set': ({ id, other, field, number }) => ({
    name: 'assign.set',
    payload: {
      step: id,
      ...(number % 3 === 0
        ? {}
        : { assign: number % 2 === 0 ? { rule: 'sameAs', step: other } : { rule: 'field', field, matches: [field] } }),
    },
  }),
  'priority.set': ({ id, field, number }) => ({
    name: 'priority.set',
    payload: { step: id, ...(number % 3 === 0 ? {} : { priority: number % 2 === 0 ? 3 : `= ${field}` }) },
  }),
  'row.by': ({ row, roles, number }) => ({ name: 'row.by', payload: { row, roles: roles.slice(0, number % 3) } }),
  'event.by': (facts) => ({ name: 'event.by', payload: { event: eventOf(facts), roles: facts.roles.slice(0, facts.number % 3) } }),
  'start.by': ({ roles, number }) => ({ name: 'start.by', payload: { roles: roles.slice(0, number % 3) } }),
};

/** Any command about what something is evidence for. */
export const proofMakers: Makers<EvidencePayloads & ProfilePayloads & MeasurePayloads> = {
  'tag.add': ({ id, number }) => ({ name: 'tag.add', payload: { step: id, tag: pick(tags, number) ?? 'mark:x' } }),
  'tag.remove': ({ id, step, number }) => ({ name: 'tag.remove', payload: { step: id, tag: pick(step?.tags ?? [], number) ?? '' } }),
  'outcome.set': ({ id, number }) => ({ name: 'outcome.set', payload: { step: id, outcome: number % 2 === 0 ? 'resolved' : 'withdrawn' } }),
  'row.act': ({ row, number }) => ({ name: 'row.act', payload: { row, ...(number % 3 === 0 ? {} : { act: 'withdraw' }) } }),
  'event.act': (facts) => ({ name: 'event.act', payload: { event: eventOf(facts), ...(facts.number % 3 === 0 ? {} : { act: 'accept' }) } }),
  'row.consent': ({ row, number }) => ({ name: 'row.consent', payload: { row, parties: parties.slice(0, number % 3) } }),
  'row.binding': ({ row, number }) => ({ name: 'row.binding', payload: { row, binding: number % 2 === 0 } }),
  'charge.set': ({ id, number }) => ({
    name: 'charge.set',
    payload: { step: id, ...(number % 3 === 0 ? {} : { charge: { amount: number, currency: 'PLN' } }) },
  }),
  'kind.set': ({ number }) => ({ name: 'kind.set', payload: { kind: pick(procedureKinds, number) ?? 'general' } }),
  'channels.set': ({ number }) => ({ name: 'channels.set', payload: { channels: procedureChannels.slice(0, number % 4) } }),
  'publish.set': ({ number }) => ({
    name: 'publish.set',
    payload: { word: pick(words, number) ?? 'steps', how: pick(['generated', 'own', 'nothing'] as const, number >> 2) ?? 'own' },
  }),
  'publish.text': ({ title, number }) => ({
    name: 'publish.text',
    payload: { word: pick(words, number) ?? 'steps', language: 'fa', words: number % 4 === 0 ? '' : (title.en ?? '') },
  }),
  'retention.set': ({ number }) => ({
    name: 'retention.set',
    payload: {
      ...(number % 2 === 0 ? { period: `P${1 + (number % 9)}Y` } : {}),
      ...(number % 3 === 0 ? { from: pick(retentionStarts, number >> 2) ?? 'closed' } : {}),
      // biome-ignore lint/suspicious/noThenProperty: the format's own word, in a value that nothing awaits
      ...(number % 5 === 0 ? { then: pick(retentionEnds, number) ?? 'delete' } : {}),
    },
  }),
  'retention.remove': () => ({ name: 'retention.remove', payload: {} }),
  'retention.text': ({ title, number }) => ({
    name: 'retention.text',
    payload: { language: 'pl', words: number % 4 === 0 ? '' : (title.en ?? '') },
  }),
  'kpi.add': ({ number }) => ({ name: 'kpi.add', payload: { kpi: pick(words, number) ?? 'steps', unit: 'share', per: 'month' } }),
  'kpi.remove': (facts) => ({ name: 'kpi.remove', payload: { kpi: kpiOf(facts) } }),
  'kpi.target': (facts) => ({
    name: 'kpi.target',
    payload: {
      kpi: kpiOf(facts),
      side: facts.number % 2 === 0 ? 'atLeast' : 'atMost',
      ...(facts.number % 3 === 0 ? {} : { value: facts.number }),
    },
  }),
  'kpi.count': (facts) => {
    const unit = facts.number % 3 === 0 ? undefined : pick(measureUnits, facts.number);
    const per = facts.number % 2 === 0 ? undefined : pick(measurePeriods, facts.number);
    return {
      name: 'kpi.count',
      payload: { kpi: kpiOf(facts), ...(unit === undefined ? {} : { unit }), ...(per === undefined ? {} : { per }) },
    };
  },
  'kpi.title': (facts) => ({
    name: 'kpi.title',
    payload: { kpi: kpiOf(facts), language: 'fa', words: facts.number % 4 === 0 ? '' : (facts.title.en ?? '') },
  }),
  'policy.url': ({ number }) => ({ name: 'policy.url', payload: number % 3 === 0 ? {} : { url: `https://example.org/${number}` } }),
  'summary.set': ({ title, number }) => ({
    name: 'summary.set',
    payload: { language: 'en', words: number % 4 === 0 ? '' : (title.en ?? '') },
  }),
  'calendar.set': ({ number }) => ({ name: 'calendar.set', payload: { calendar: number % 2 === 0 ? 'organisation' : 'night' } }),
  'home.set': ({ id, number }) => ({ name: 'home.set', payload: number % 3 === 0 ? {} : { step: id } }),
  'returns.set': ({ field, number }) => ({ name: 'returns.set', payload: { fields: number % 3 === 0 ? [] : [field] } }),
  'links.set': ({ number }) => ({ name: 'links.set', payload: { links: ['dispute', 'code'].slice(0, number % 3) } }),
  'policy.set': ({ number }) => ({
    name: 'policy.set',
    payload: number % 3 === 0 ? {} : { policy: { id: 'complaints-policy', version: `${number}` } },
  }),
};

const roleOf = ({ roles, number }: Facts): string => pick(roles, number) ?? '';
const eventOf = ({ document, number }: Facts): string => pick(Object.keys(fieldsOf(document.definition.events)), number) ?? '';
const kpiOf = ({ document, number }: Facts): string => pick(Object.keys(fieldsOf(document.definition.kpis)), number) ?? '';
