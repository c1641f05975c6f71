import { defaultAnswers, drawSkeleton } from '@redress/definitions';
import { copyPiece } from './clipboard-copy.ts';
import type { Command, CommandName } from './command.ts';
import type { DesignDocument } from './document.ts';
import { fieldSorts, isChoice, sortOf } from './field-sort.ts';
import type { LinePlace } from './form-commands.ts';
import { fieldsOf, listOf } from './loose-json.ts';
import { actionMakers } from './pretend-action-commands.ts';
import { fieldMoreMakers, formUseMakers } from './pretend-form-commands.ts';
import { letterMakers } from './pretend-letter-commands.ts';
import { proofMakers, whoMakers } from './pretend-proof-commands.ts';
import { scenarioMakers } from './pretend-scenario-commands.ts';
import { tableMakers } from './pretend-table-commands.ts';
import { conditionFrom, lengthFrom } from './pretend-values.ts';
import { pick, whenMakers } from './pretend-when-commands.ts';
import { sections } from './property-commands.ts';
import type { ElementKind } from './step-kind.ts';
import { type TreeElement, type TreeRow, treeOf } from './tree.ts';

/** Four numbers thrown: the first chooses the command, the others what it is done to. */
export type Dice = readonly [number, number, number, number];

const kinds: readonly ElementKind[] = [
  'task',
  'wait',
  'decision',
  'automatic',
  'letter',
  'sub',
  'external',
  'outcome',
  'stage',
  'tracks',
  'history',
];
const titles = ['Assess', 'Ask again', 'بررسی', 'Zbadaj sprawę', 'Close'] as const;
const vias = ['on', 'after', 'always', 'onDone', 'invoke/onDone', 'invoke/onError'] as const;

/** Any command on anything that is there, as dice fall; many of them are refused, as with people. */
export function commandFrom(document: DesignDocument, [which, first, second, third]: Dice): Command {
  const tree = treeOf(document.definition);
  const elements = [...tree.byId.values()];
  const step = pick(elements, first);
  const other = pick(elements, second);
  const rows = [...tree.rows, ...elements.flatMap((element) => element.rows)];
  const facts: Facts = {
    document,
    id: step?.id ?? '',
    other: other?.id ?? '',
    step,
    row: pick(rows, first)?.address ?? '',
    sibling: pick(step?.rows ?? [], second),
    stage: pick(['', ...elements.filter(({ kind }) => kind === 'stage' || kind === 'tracks').map(({ id }) => id)], second) ?? '',
    title: { en: `${pick(titles, third)}` },
    kind: pick(kinds, third) ?? 'task',
    number: third,
    roles: Object.keys(fieldsOf(document.definition.roles)),
    delays: Object.keys(fieldsOf(document.definition.delays)),
    line: pick(linesOf(document), first) ?? { form: '', section: 0, line: 0 },
    field: pick(Object.keys(fieldsOf(document.definition.data)), second) ?? '',
    choice: pick(choicesOf(document), second) ?? '',
  };
  return (pick(Object.values(makers), which) ?? makers['title.set'])(facts);
}

export interface Facts {
  readonly document: DesignDocument;
  readonly id: string;
  readonly other: string;
  readonly step: TreeElement | undefined;
  readonly row: string;
  readonly sibling: TreeRow | undefined;
  readonly stage: string;
  readonly title: Readonly<Record<string, string>>;
  readonly kind: ElementKind;
  readonly number: number;
  readonly roles: readonly string[];
  readonly delays: readonly string[];
  readonly line: LinePlace;
  readonly field: string;
  /** A field with answers to choose from. */
  readonly choice: string;
}

const makers: { readonly [Name in CommandName]: (facts: Facts) => Command } = {
  'step.add': ({ kind, title, stage, row, number }) => ({
    name: 'step.add',
    payload: number % 2 === 0 ? { kind, title, into: stage } : { kind, title, from: row },
  }),
  'step.insert': ({ kind, title, row }) => ({ name: 'step.insert', payload: { kind, title, row } }),
  'step.remove': ({ id }) => ({ name: 'step.remove', payload: { ids: [id] } }),
  'step.move': ({ id, other, stage, number }) => ({
    name: 'step.move',
    payload: { ids: [id], into: stage, ...(number % 2 === 0 ? { before: other } : {}) },
  }),
  'step.kind': ({ id, kind }) => ({ name: 'step.kind', payload: { step: id, kind } }),
  'start.set': ({ id, step }) => ({ name: 'start.set', payload: { stage: step?.parent ?? '', step: id } }),
  'tracks.make': ({ id, title }) => ({ name: 'tracks.make', payload: { step: id, title, other: title } }),
  'row.add': ({ id, other, title, number }) => {
    const via = pick(vias, number) ?? 'on';
    return {
      name: 'row.add',
      payload: { step: number % 11 === 0 ? '' : id, via, label: title, length: { days: 3 }, ...(number % 3 === 0 ? {} : { to: other }) },
    };
  },
  'row.remove': ({ row }) => ({ name: 'row.remove', payload: { row } }),
  'row.move': ({ row, sibling, step, number }) => ({
    name: 'row.move',
    payload: sibling && number % 2 === 0 ? { row: step?.rows[0]?.address ?? row, before: sibling.address } : { row },
  }),
  'row.connect': ({ row, other }) => ({ name: 'row.connect', payload: { row, to: other } }),
  'row.disconnect': ({ row }) => ({ name: 'row.disconnect', payload: { row } }),
  'row.label': ({ row, title, number }) => ({
    name: 'row.label',
    payload: { row, language: 'pl', words: number % 4 === 0 ? '' : (title.en ?? '') },
  }),
  'row.delay': ({ row, delays, number }) => ({ name: 'row.delay', payload: { row, delay: pick(delays, number) ?? '' } }),
  'row.condition': (facts) => ({
    name: 'row.condition',
    payload: { row: facts.row, ...(facts.number % 6 === 0 ? {} : { condition: conditionFrom(facts) }) },
  }),
  'row.requires': ({ row, field, number }) => ({ name: 'row.requires', payload: { row, fields: number % 3 === 0 ? [] : [field] } }),
  'row.remark': ({ row, title, number }) => ({ name: 'row.remark', payload: { row, words: number % 3 === 0 ? '' : (title.en ?? '') } }),
  'remark.set': ({ id, stage, title, number }) => ({
    name: 'remark.set',
    payload: { step: number % 2 === 0 ? id : stage, words: number % 3 === 0 ? '' : (title.en ?? '') },
  }),
  'return.depth': ({ id, number }) => ({ name: 'return.depth', payload: { step: id, depth: number % 2 === 0 ? 'deep' : 'shallow' } }),
  'return.first': ({ id, other }) => ({ name: 'return.first', payload: { step: id, to: other } }),
  'delay.set': (facts) => ({
    name: 'delay.set',
    payload: { delay: pick(facts.delays, facts.number) ?? '', length: lengthFrom(facts) },
  }),
  'title.set': (facts) => ({
    name: 'title.set',
    payload: { of: titledFrom(facts), language: 'en', words: `${facts.title.en} ${facts.number}` },
  }),
  'words.set': ({ id, title, number }) => ({
    name: 'words.set',
    payload: {
      step: id,
      which: number % 2 === 0 ? 'public' : 'help',
      language: 'en',
      words: number % 3 === 0 ? '' : `${title.en} ${number}`,
    },
  }),
  'owner.set': ({ id, roles, number }) => ({ name: 'owner.set', payload: { step: id, ...optional('role', pick(roles, number)) } }),
  'role.set': ({ id, roles, number }) => ({ name: 'role.set', payload: { step: id, role: pick(roles, number) ?? '' } }),
  'form.set': ({ id, number }) => ({ name: 'form.set', payload: number % 2 === 0 ? { step: id } : { step: id, form: 'decision' } }),
  'tags.set': ({ id, number }) => ({ name: 'tags.set', payload: { step: id, tags: number % 2 === 0 ? [] : ['stage:decision'] } }),
  'languages.set': ({ number }) => ({ name: 'languages.set', payload: { languages: number % 2 === 0 ? ['pl'] : ['fa', 'en'] } }),
  'value.set': ({ step, number }) => ({
    name: 'value.set',
    payload: { at: `${step?.at ?? ''}/x-${number % 3}`, ...(number % 4 === 0 ? {} : { value: { number } }) },
  }),
  ...whenMakers,
  ...actionMakers,
  ...formUseMakers,
  ...fieldMoreMakers,
  'form.when': ({ line, number }) => ({
    name: 'form.when',
    payload: number % 2 === 0 ? line : { ...line, condition: { feel: 'true' } },
  }),
  'form.prefill': ({ line, field, number }) => ({ name: 'form.prefill', payload: number % 2 === 0 ? line : { ...line, formula: field } }),
  ...letterMakers,
  ...whoMakers,
  ...proofMakers,
  'form.ask': ({ line, field }) => ({ name: 'form.ask', payload: { form: line.form, section: line.section, field } }),
  'form.show': ({ line, field }) => ({ name: 'form.show', payload: { form: line.form, section: line.section, field } }),
  'form.shown': ({ line, number }) => ({ name: 'form.shown', payload: { ...line, shown: number % 2 === 0 } }),
  'form.ask-new': ({ line, title, number }) => ({
    name: 'form.ask-new',
    payload: { form: line.form, section: line.section, title, sort: pick(fieldSorts, number) ?? 'line', options: [title, title] },
  }),
  'form.unask': ({ line }) => ({ name: 'form.unask', payload: line }),
  'form.move': ({ line, number }) => ({ name: 'form.move', payload: { ...line, where: number % 2 === 0 ? 'up' : 'down' } }),
  'form.require': ({ line, number }) => ({ name: 'form.require', payload: { ...line, required: number % 2 === 0 } }),
  'section.add': ({ line, title }) => ({ name: 'section.add', payload: { form: line.form, title } }),
  'section.title': ({ line, title, number }) => ({
    name: 'section.title',
    payload: { form: line.form, section: line.section, language: 'en', words: number % 4 === 0 ? '' : (title.en ?? '') },
  }),
  'section.remove': ({ line }) => ({ name: 'section.remove', payload: { form: line.form, section: line.section } }),
  'field.sort': ({ field, number }) => ({ name: 'field.sort', payload: { field, sort: pick(fieldSorts, number) ?? 'line' } }),
  'option.add': ({ choice, title }) => ({ name: 'option.add', payload: { field: choice, title } }),
  'option.title': ({ choice, title, number }) => ({
    name: 'option.title',
    payload: { field: choice, option: number % 3, language: 'pl', words: number % 4 === 0 ? '' : (title.en ?? '') },
  }),
  'option.remove': ({ choice, number }) => ({ name: 'option.remove', payload: { field: choice, option: number % 3 } }),
  'field.personal': ({ field, number }) => ({
    name: 'field.personal',
    payload: { field, ...(number % 3 === 0 ? {} : { personal: number % 2 === 0 ? 'ordinary' : 'special' }) },
  }),
  'field.readers': ({ field, roles, number }) => ({ name: 'field.readers', payload: { field, roles: roles.slice(0, number % 3) } }),
  ...scenarioMakers,
  ...tableMakers,
  'layout.set': ({ id, number }) => ({ name: 'layout.set', payload: { spots: { [id]: { x: number % 500, y: number % 300 } } } }),
  'layout.clear': ({ id, other }) => ({ name: 'layout.clear', payload: { steps: [id, other] } }),
  'note.add': ({ title }) => ({ name: 'note.add', payload: { text: title.en ?? '', spot: { x: 0, y: 0 } } }),
  'note.set': ({ document, number }) => ({
    name: 'note.set',
    payload: { note: pick(Object.keys(fieldsOf(document.layout.notes)), number) ?? '', text: `${number}` },
  }),
  'note.remove': ({ document, number }) => ({
    name: 'note.remove',
    payload: { note: pick(Object.keys(fieldsOf(document.layout.notes)), number) ?? '' },
  }),
  'skeleton.draw': ({ number }) => ({
    name: 'skeleton.draw',
    payload: { drawn: drawSkeleton({ ...defaultAnswers, again: number % 2 === 0 }) },
  }),
  'fix.apply': ({ document, title, number }) => ({
    name: 'fix.apply',
    payload: {
      requirement: title,
      before: document.definition,
      after: number % 3 === 0 ? document.definition : { ...document.definition, policy: { id: 'complaints-policy', version: `${number}` } },
    },
  }),
  'clipboard.paste': ({ document, id, stage }) => ({ name: 'clipboard.paste', payload: { text: copyPiece(document, [id]), into: stage } }),
};

/** A step, the procedure, or any part with words of its own. */
function titledFrom({ document, id, number }: Facts): string {
  const [word, section] = pick(Object.entries(sections), number >> 1) ?? [];
  const part = pick(Object.keys(fieldsOf(section === undefined ? undefined : document.definition[section])), number >> 4);
  if (number % 2 === 0 || part === undefined) return number % 10 === 0 ? '' : id;
  return `${word}:${part}`;
}

/** Every line of every form. */
const linesOf = ({ definition }: DesignDocument): readonly LinePlace[] =>
  Object.entries(fieldsOf(definition.forms)).flatMap(([form, written]) =>
    listOf(fieldsOf(written).sections).flatMap((section, at) =>
      listOf(fieldsOf(section).fields).map((_field, line) => ({ form, section: at, line })),
    ),
  );
const choicesOf = ({ definition }: DesignDocument): readonly string[] =>
  Object.entries(fieldsOf(definition.data)).flatMap(([id, field]) => (isChoice(sortOf(fieldsOf(field))) ? [id] : []));

const optional = (key: 'role', value: string | undefined): { readonly role?: string } => (value === undefined ? {} : { [key]: value });
