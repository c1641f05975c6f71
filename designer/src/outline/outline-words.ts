import type { Delay } from '@redress/engine';
import { Bell, Clock, CornerDownLeft, Layers, type LucideIcon, Mail, RotateCcw, Split } from 'lucide-react';
import { cardKinds, endIcon } from '../chart/card-kinds.ts';
import type { MessageId } from '../language/messages.ts';
import type { Say } from '../language/words.tsx';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import type { ElementKind } from '../model/step-kind.ts';
import { isTimedOtherwise, type ProcedureTree, type TreeElement, type TreeRow } from '../model/tree.ts';
import { lengthWords } from '../work/length-words.ts';
import { afterWords } from './after-words.ts';

export type Text = (words: Readonly<Record<string, string>> | undefined) => string;

/** Kind of a step, stage or way as icon and word: colour is never alone. */
export const elementKinds: Readonly<Record<ElementKind, { readonly icon: LucideIcon; readonly word: MessageId }>> = {
  ...cardKinds,
  stage: { icon: Layers, word: 'outline.kind.stage' },
  tracks: { icon: Split, word: 'outline.kind.tracks' },
  history: { icon: RotateCcw, word: 'outline.kind.history' },
};
export const rowIcon = ({ kind }: TreeRow): LucideIcon => (kind === 'time' ? Clock : CornerDownLeft);
/** What a way does that leads nowhere by design: it sends, or reminds. */
export function doingIcon({ actions, kind }: TreeRow): LucideIcon | undefined {
  if (actions.some((action) => fieldsOf(action).type === 'letter')) return Mail;
  return kind === 'time' ? Bell : undefined;
}

/** A step or stage by the name people gave it. */
export const nameOf = (element: TreeElement | undefined, say: Say, text: Text): string =>
  (element && text(element.title)) || say('outline.unnamed');

/** How long a delay of the definition is, in words. */
export function delayWords(definition: object, delay: string, say: Say): string {
  const length = fieldsOf(fieldsOf(fieldsOf(definition).delays)[delay]);
  return lengthWords(say, length as Delay);
}

/**
 * What a way is called: the button somebody presses, the time that passes, or the rule of a decision; with its condition where that is given in
 * words, and with what else tells it from the others that bear the same name.
 */
export function rowWords(definition: object, row: TreeRow, say: Say, text: Text, condition?: string): string {
  const name = nameOfRow(definition, row, say, text);
  if (row.visitsMost !== undefined) return say('outline.at-most', { label: name, count: row.visitsMost });
  if (isTimedOtherwise(row)) return say('outline.else', { label: name });
  if (row.condition === undefined) return name;
  if (condition !== undefined) return say('outline.only-if', { label: name, condition });
  return row.via !== 'after' && text(row.label) !== '' ? say('outline.if', { label: name }) : name;
}

function nameOfRow(definition: object, row: TreeRow, say: Say, text: Text): string {
  const label = calledBy(definition, row, say, text);
  if (row.via === 'after') {
    const length = delayWords(definition, row.name, say);
    if (length === '') return label || say('outline.deadline');
    const { repeat, ...written } = fieldsOf(fieldsOf(fieldsOf(definition).delays)[row.name]);
    return repeat === true ? say('when.every', { length }) : afterWords(say, written as Delay);
  }
  if (label !== '') return row.number === undefined ? label : say('outline.numbered', { number: row.number, label });
  if (row.isOtherwise) return say('outline.otherwise');
  if (row.via === 'invoke/onDone') return say('outline.when-done');
  if (row.via === 'invoke/onError') return say('outline.when-failed');
  if (row.via === 'onDone') return say('outline.when-complete');
  return row.number === undefined ? say('outline.by-itself') : say('outline.rule', { number: row.number });
}

/** Its own words, or those of its event; a clock tells twice, when it warns and when it runs out. */
function calledBy(definition: object, row: TreeRow, say: Say, text: Text): string {
  const label = text(row.label);
  const [, clock, moment] = row.name.startsWith('clock.') ? row.name.split('.') : [];
  const title = clock === undefined ? undefined : fieldsOf(fieldsOf(fieldsOf(definition).clocks)[clock]).title;
  if (label === '' || title === undefined || label !== text(textOf(title))) return label;
  return say(moment === 'warn' ? 'when.way.warn' : 'when.way.due', { clock: label });
}

/** Several names after each other, as the reader's language writes lists. */
export const listed = (names: readonly string[], say: Say): string => names.join(say('list.separator'));

/** Where a way leads, in words; what is missing is said, never hidden. */
export function leadsWords(tree: ProcedureTree, row: TreeRow, say: Say, text: Text): string {
  if (row.leads === 'open') return say('outline.leads-nowhere');
  if (row.leads === 'stays') return say('outline.stays');
  return listed(
    row.to.map((id) => nameOf(tree.byId.get(id), say, text)),
    say,
  );
}

/** A way with where it leads, as one is told of it. */
export function spokenWay(definition: object, tree: ProcedureTree, row: TreeRow, say: Say, text: Text, condition?: string): string {
  const name = rowWords(definition, row, say, text, condition);
  const leads = leadsWords(tree, row, say, text);
  return row.leads === 'on' ? say('outline.spoken-way', { name, to: leads }) : listed([name, leads], say);
}

/** What a part of a procedure is called before its own name, by the word of its address: “role {name}”. */
export const partNames: Readonly<Record<string, MessageId>> = {
  role: 'problems.part.role',
  field: 'problems.part.field',
  form: 'problems.part.form',
  event: 'problems.part.event',
  delay: 'problems.part.delay',
  clock: 'problems.part.clock',
  letter: 'problems.part.letter',
  decision: 'problems.part.decision',
  service: 'problems.part.service',
};

/** The icon of a step, stage or end: of its kind, or of how it ends. */
export const elementIcon = ({ kind, outcome }: Pick<TreeElement, 'kind' | 'outcome'>): LucideIcon =>
  endIcon(outcome) ?? elementKinds[kind].icon;
