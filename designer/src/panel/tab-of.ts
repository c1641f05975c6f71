import type { MessageId } from '../language/messages.ts';

/** The parts of every panel, in their order; `technical` is shown to experts only. */
export const tabIds = ['what', 'who', 'when', 'data', 'letters', 'proof', 'technical'] as const;
export type TabId = (typeof tabIds)[number];
export const tabNames = {
  what: 'panel.what',
  who: 'panel.who',
  when: 'panel.when',
  data: 'panel.data',
  letters: 'panel.letters',
  proof: 'panel.proof',
  technical: 'panel.technical',
} as const satisfies Readonly<Record<TabId, MessageId>>;

/** Where a field stands, by the beginning of its path from the element, way or procedure. The rest is what it is. */
const fields: Readonly<Record<Exclude<TabId, 'what' | 'technical'>, readonly string[]>> = {
  who: [
    'invoke/input/role',
    'invoke/input/assign',
    'invoke/input/excludes',
    'invoke/input/hides',
    'invoke/input/priority',
    'meta/owner',
    'meta/by',
    'by',
    'roles',
    'start/by',
  ],
  when: ['invoke/input/due', 'after', 'meta/target', 'meta/due', 'meta/maxVisits', 'delays', 'clocks', 'calendar', 'home'],
  data: ['invoke/input/form', 'form', 'start/form', 'data', 'forms', 'decisions', 'meta/requires', 'returns'],
  letters: ['entry', 'exit', 'actions', 'invoke/input', 'invoke/src', 'letters'],
  proof: [
    'tags',
    'meta/act',
    'act',
    'meta/consent',
    'meta/binding',
    'meta/charge',
    'kind',
    'publishes',
    'channels',
    'policy',
    'retention',
    'kpis',
    'links',
  ],
};

/** The part of the panel that holds a field: a problem leads into it. */
export function tabOf(field: readonly string[]): TabId {
  const path = field.join('/');
  const holds = (prefix: string) => path === prefix || path.startsWith(`${prefix}/`);
  return tabIds.find((tab) => tab in fields && fields[tab as keyof typeof fields].some(holds)) ?? 'what';
}
