import { recordWords } from '@redress/definitions';
import type { Calendar } from '@redress/engine';
import type { RungSort } from '../model/delay-commands.ts';
import { type Fields, fieldsOf, textOf, wordOf, wordsOf } from '../model/loose-json.ts';
import type { ProcedureTree, TreeElement, TreeRow } from '../model/tree.ts';
import { listed, nameOf } from '../outline/outline-words.ts';
import { dueOf } from './calendars.ts';
import { aboutMinutes } from './length.ts';
import type { Telling } from './length-words.ts';

/** One time at which something happens in a step: its length, and the rows that wait for it. */
export interface Rung {
  readonly delay: string;
  readonly sort: RungSort;
  readonly written: Fields;
  readonly rows: readonly TreeRow[];
}

/** What time does to a step, in the order in which it comes; by the calendars where these are known. */
export function rungsOf(
  element: TreeElement,
  place: { readonly definition: object; readonly now: string; readonly calendars: readonly Calendar[] },
): readonly Rung[] {
  const delays = fieldsOf(fieldsOf(place.definition).delays);
  const rungs = new Map<string, readonly TreeRow[]>();
  for (const row of element.rows) if (row.via === 'after') rungs.set(row.name, [...(rungs.get(row.name) ?? []), row]);
  const all = [...rungs].map(([delay, rows]) => ({
    delay,
    rows,
    written: fieldsOf(delays[delay]),
    sort: sortOf(rows, fieldsOf(delays[delay])),
  }));
  const dues = all.map(({ written }) => dueOf(written, place)?.at);
  const isExact = dues.every((due) => due !== undefined);
  const rank = (index: number) => (isExact ? Date.parse(dues[index] ?? '') : aboutMinutes(all[index]?.written ?? {}));
  return all
    .map((rung, index) => ({ rung, at: rank(index) }))
    .sort((one, two) => (one.at === two.at ? 0 : one.at - two.at))
    .map(({ rung }) => rung);
}

function sortOf(rows: readonly TreeRow[], written: Fields): RungSort {
  if (written.repeat === true) return 'update';
  if (rows.some(({ leads, actions }) => leads === 'on' || (leads === 'open' && actions.length === 0))) return 'deadline';
  return rows.some(({ actions }) => actions.some((action) => fieldsOf(action).type === 'reassign')) ? 'escalate' : 'remind';
}

/** In every case the step is over then: nothing that waits longer comes any more. */
export const endsStep = ({ leads, condition }: TreeRow): boolean => leads === 'on' && condition === undefined;

/** What a row does, each in a sentence: whom it writes to, who goes on, where it leads. */
export function doesWords(row: TreeRow, tree: ProcedureTree, telling: Telling): readonly string[] {
  const { say, text } = telling;
  const acts = row.actions.map((action) => actionWords(fieldsOf(action), telling));
  const leads = row.to.map((id) => say('when.does.leads', { to: nameOf(tree.byId.get(id), say, text) }));
  const open = row.leads === 'open' ? [say('outline.leads-nowhere')] : [];
  return [...acts, ...leads, ...open];
}

function actionWords({ type, params }: Fields, { definition, say, text }: Telling): string {
  const { letter, to } = fieldsOf(params);
  const { data, letters, roles } = fieldsOf(definition);
  const named = (section: unknown, id: string) => text(textOf(fieldsOf(fieldsOf(section)[id]).title)) || id;
  if (type === 'letter' && wordOf(letter) !== undefined) {
    const receivers = wordsOf(to).length > 0 ? wordsOf(to) : wordsOf(fieldsOf(fieldsOf(letters)[wordOf(letter) ?? '']).to);
    const names = receivers.map((role) => named(roles, role));
    return say(names.length > 0 ? 'when.does.letter-to' : 'when.does.letter', {
      letter: named(letters, wordOf(letter) ?? ''),
      to: listed(names, say),
    });
  }
  if (type === 'record') {
    const record = wordOf(fieldsOf(params).record) ?? '';
    return say('when.does.record', { record: text(recordWords.get(record)) || record });
  }
  if (type === 'set')
    return say('when.does.set', {
      fields: listed(
        Object.keys(fieldsOf(params)).map((field) => named(data, field)),
        say,
      ),
    });
  if (type === 'reassign') return say('when.does.reassign', { to: named(roles, wordOf(to) ?? '') });
  return say('when.does.other');
}

/** Stages around a step whose own deadline ends it too, the nearest first. */
export function deadlinesAround(element: TreeElement, tree: ProcedureTree): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  for (let at = tree.byId.get(element.parent); at; at = tree.byId.get(at.parent))
    rows.push(...at.rows.filter(({ via, to }) => via === 'after' && to.length > 0));
  return rows;
}
