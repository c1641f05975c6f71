import { ArrowLeftRight, CirclePlay, FileText, type LucideIcon, Mail, PenLine, Send, Table, Timer, Workflow } from 'lucide-react';
import type { MessageId } from '../language/messages.ts';
import { type Fields, fieldsOf, isFields } from '../model/loose-json.ts';

/** What may be done by itself, in the order of the menu. */
export const actionSorts = ['letter', 'record', 'set', 'decide', 'reassign', 'clock', 'start', 'send', 'call'] as const;
export type ActionSort = (typeof actionSorts)[number];

export interface KnownAction {
  readonly sort: ActionSort;
  readonly params: Fields;
}

export const sortLooks: Readonly<Record<ActionSort, { readonly icon: LucideIcon; readonly word: MessageId }>> = {
  letter: { icon: Mail, word: 'actions.sort.letter' },
  record: { icon: FileText, word: 'actions.sort.record' },
  set: { icon: PenLine, word: 'actions.sort.set' },
  decide: { icon: Table, word: 'actions.sort.decide' },
  reassign: { icon: ArrowLeftRight, word: 'actions.sort.reassign' },
  clock: { icon: Timer, word: 'actions.sort.clock' },
  start: { icon: CirclePlay, word: 'actions.sort.start' },
  send: { icon: Send, word: 'actions.sort.send' },
  call: { icon: Workflow, word: 'actions.sort.call' },
};

type Shape = 'word' | 'words' | 'values';
const shapes: Readonly<Record<Exclude<ActionSort, 'set'>, Readonly<Record<string, Shape>>>> = {
  letter: { letter: 'word', to: 'words' },
  record: { record: 'word' },
  decide: { decision: 'word' },
  reassign: { to: 'word' },
  clock: { clock: 'word', do: 'word' },
  start: { definition: 'word', data: 'values', link: 'word' },
  send: { to: 'word', event: 'word', data: 'values' },
  call: { service: 'word', with: 'values' },
};

/** An action as the editor understands it; nothing for one of which it would lose a part. */
export function actionOf(written: unknown): KnownAction | undefined {
  const { type, params, ...more } = fieldsOf(written);
  const sort = actionSorts.find((each) => each === type);
  if (sort === undefined || Object.keys(more).length > 0 || (params !== undefined && !isFields(params))) return undefined;
  const given = fieldsOf(params);
  if (sort === 'set') return { sort, params: given };
  const fits = Object.entries(given).every(([key, value]) => Object.hasOwn(shapes[sort], key) && hasShape(shapes[sort][key], value));
  return fits ? { sort, params: given } : undefined;
}

function hasShape(shape: Shape | undefined, value: unknown): boolean {
  if (shape === 'word') return typeof value === 'string';
  if (shape === 'values') return isFields(value);
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}

/** One of a sort, with what there is only one of already chosen. */
export function newAction(
  sort: ActionSort,
  definition: object,
): { readonly type: ActionSort; readonly params: Readonly<Record<string, string>> } {
  const { letters, decisions, clocks, services } = fieldsOf(definition);
  const only = (section: unknown) => {
    const [first = '', ...others] = Object.keys(fieldsOf(section));
    return others.length === 0 ? first : '';
  };
  const params: Readonly<Record<ActionSort, Readonly<Record<string, string>>>> = {
    letter: { letter: only(letters) },
    record: { record: '' },
    set: {},
    decide: { decision: only(decisions) },
    reassign: { to: '' },
    clock: { clock: only(clocks), do: 'stop' },
    start: { definition: '' },
    send: { to: 'parent', event: '' },
    call: { service: only(services) },
  };
  return { type: sort, params: params[sort] };
}
