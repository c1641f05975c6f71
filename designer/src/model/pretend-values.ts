import type { Condition, Json, JsonObject } from '@redress/engine';
import type { ValuePath } from './action-commands.ts';
import { fieldsOf } from './loose-json.ts';
import type { Facts } from './pretend-commands.ts';
import { pick } from './pretend-when-commands.ts';

/** Whatever the condition builder writes. */
export function conditionFrom({ field, choice, id, number }: Facts): Condition {
  const line: Condition = number % 2 === 0 ? { field, is: '=', value: number } : { field, is: '!=', as: choice };
  const all: readonly Condition[] = [
    line,
    { all: [line] },
    { any: [line, { feel: `${number} = 1` }] },
    { not: { any: [line] } },
    { in: id },
    { outcome: number % 2 === 0 ? ['resolved'] : ['withdrawn', 'unresolved'] },
    { feel: `${number} > 2` },
  ];
  return pick(all, number >> 3) ?? line;
}

const units = ['minutes', 'hours', 'workingHours', 'days', 'workingDays', 'weeks', 'months', 'years'] as const;

/** Whatever the fields of a length of time write. */
export function lengthFrom({ field, document, number }: Facts): JsonObject {
  const unit = pick(units, number) ?? 'days';
  const atMost = { [pick(units, number >> 4) ?? 'days']: 1 + (number % 9) };
  const all: readonly JsonObject[] = [
    { [unit]: 1 + (number % 9) },
    { [unit]: `= ${field}`, atMost },
    { until: `= ${field}`, atMost },
    { remaining: pick(Object.keys(fieldsOf(document.definition.clocks)), number) ?? '' },
    { [unit]: 2, repeat: true },
    { [unit]: 2, calendar: `calendar${number % 3}`, ends: number % 2 === 0 ? 'exact' : 'endOfDay', counts: 'nextWorkingDay' },
  ];
  return pick(all, number >> 3) ?? {};
}

/** Whatever the fields of an action of this type, or of a step that calls such a thing, write. */
export function valueFrom({ document, field, roles, number }: Facts, type: string): { readonly at: ValuePath; readonly value?: Json } {
  const { letters, decisions, clocks, services, events } = fieldsOf(document.definition);
  const one = (section: unknown) => pick(Object.keys(fieldsOf(section)), number) ?? 'any';
  const role = pick(roles, number) ?? 'any';
  const all: readonly { readonly at: ValuePath; readonly value: Json }[] = [
    { at: ['letter'], value: one(letters) },
    { at: ['to'], value: [role] },
    { at: ['to'], value: role },
    { at: ['to'], value: number % 2 === 0 ? 'parent' : 'children' },
    { at: ['decision'], value: one(decisions) },
    { at: ['record'], value: number % 2 === 0 ? 'decision' : 'findings' },
    { at: ['clock'], value: one(clocks) },
    { at: ['do'], value: number % 2 === 0 ? 'stop' : 'extend' },
    { at: ['event'], value: one(events) },
    { at: ['service'], value: one(services) },
    { at: ['definition'], value: number % 2 === 0 ? 'dispute' : 'escalation' },
    { at: ['link'], value: number % 2 === 0 ? 'follows' : 'relates' },
    { at: ['data', field], value: `= ${field}` },
    { at: ['with', field], value: number },
    { at: [field], value: number },
  ];
  const members = membersOf[type] ?? [field];
  const fitting = all.filter(({ at: [member = ''] }) => members.includes(member));
  const { at, value } = pick(fitting, number >> 2) ?? { at: [field], value: number };
  return { at, ...(number % 7 === 0 ? {} : { value }) };
}
const membersOf: Readonly<Record<string, readonly string[]>> = {
  letter: ['letter', 'to'],
  decide: ['decision'],
  record: ['record'],
  reassign: ['to'],
  clock: ['clock', 'do'],
  send: ['to', 'event', 'data'],
  start: ['definition', 'data', 'link'],
  call: ['service', 'with'],
  service: ['service', 'with'],
  case: ['definition', 'data'],
};
