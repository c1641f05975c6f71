import type { JsonObject } from '@redress/engine';
import { type Draft, fieldsOf, isFields, listIn, listOf, memberOf, wordsOf } from '../model/loose-json.ts';
import { missing, type Planted, stateIn, steps } from './planted.ts';

export function ofTasks(definition: JsonObject): readonly Planted[] {
  return steps(definition).flatMap(({ id, state, input }): Planted[] => {
    if (fieldsOf(state.invoke).src !== 'task') return [];
    const other = missing(definition, [input.role]) ?? '';
    const inputIn = (draft: Draft) => memberOf(memberOf(stateIn(draft, id), 'invoke'), 'input');
    const free = missing(definition, [...wordsOf(input.excludes), input.role]);
    return [
      {
        name: `${id}: another role`,
        edit: (draft) => (inputIn(draft).role = other),
        told: { kind: 'more-may-act', element: id, id: other },
      },
      ...(input.excludes
        ? [
            {
              name: `${id}: nobody kept away`,
              edit: (draft: Draft) => delete inputIn(draft).excludes,
              told: { kind: 'exclusion-gone', element: id } as const,
            },
          ]
        : []),
      ...(input.hides
        ? [
            {
              name: `${id}: nothing hidden`,
              edit: (draft: Draft) => delete inputIn(draft).hides,
              told: { kind: 'more-may-read', element: id } as const,
            },
          ]
        : []),
      ...(free === undefined
        ? []
        : [{ name: `${id}: somebody kept away`, edit: (draft: Draft) => listIn(inputIn(draft), 'excludes').push(free) }]),
      { name: `${id}: something hidden`, edit: (draft) => listIn(inputIn(draft), 'hides').push('complaint-record') },
    ];
  });
}

export function ofButtons(definition: JsonObject): readonly Planted[] {
  const pressed = steps(definition).flatMap(({ state }) => Object.keys(fieldsOf(state.on)));
  const everywhere = Object.keys(fieldsOf(fieldsOf(definition.machine).on));
  return Object.entries(fieldsOf(definition.events)).flatMap(([id, event]): Planted[] => {
    const { by } = fieldsOf(event);
    const other = missing(definition, by);
    if (!Array.isArray(by) || other === undefined || ![...pressed, ...everywhere].includes(id)) return [];
    const byIn = (draft: Draft) => listIn(memberOf(memberOf(draft, 'events'), id), 'by');
    const isRestated = [...steps(definition).map(({ state }) => state), fieldsOf(definition.machine)].some((state) =>
      listOf(fieldsOf(state.on)[id]).some((row) => fieldsOf(fieldsOf(row).meta).by !== undefined),
    );
    return [
      ...(isRestated
        ? []
        : [
            {
              name: `${id}: somebody else presses it`,
              edit: (draft: Draft) => byIn(draft).push(other),
              told: { kind: 'more-may-act', id: other } as const,
            },
          ]),
      { name: `${id}: fewer press it`, edit: (draft) => byIn(draft).pop() },
    ];
  });
}

export function ofWays(definition: JsonObject): readonly Planted[] {
  return steps(definition).flatMap(({ id, state }) =>
    Object.entries(fieldsOf(state.on)).flatMap(([event, rows]): Planted[] => {
      const last = listOf(rows).length - 1;
      const rowsIn = (draft: Draft) => listIn(memberOf(stateIn(draft, id), 'on'), event);
      const guarded = listOf(rows).findIndex((row) => fieldsOf(row).guard !== undefined);
      return [
        { name: `${id}/${event}: the last way goes`, edit: (draft) => rowsIn(draft).pop() },
        { name: `${id}/${event}: on a condition more`, edit: (draft) => asked(rowsIn(draft).at(-1)) },
        ...(last > 0
          ? [
              {
                name: `${id}/${event}: the first way goes`,
                edit: (draft: Draft) => rowsIn(draft).shift(),
                told: { kind: 'new-way' } as const,
              },
            ]
          : []),
        ...(guarded < 0 || fieldsOf(listOf(rows)[guarded]).target === undefined
          ? []
          : [
              {
                name: `${id}/${event}: without its condition`,
                edit: (draft: Draft) => delete (rowsIn(draft)[guarded] as Draft).guard,
                told: { kind: 'new-way', element: `${id}/on/${event}/${guarded}` } as const,
              },
            ]),
      ];
    }),
  );
}

export function ofEntries(definition: JsonObject): readonly Planted[] {
  const [one, other] = steps(definition)
    .filter(({ state }) => fieldsOf(state.invoke).src === 'task')
    .map(({ id }) => id);
  return [
    {
      name: 'a new button',
      edit: (draft) => {
        memberOf(memberOf(draft, 'events'), 'jump').label = { en: 'Jump' };
        memberOf(stateIn(draft, one ?? ''), 'on').jump = [{ target: `#${other}` }];
      },
      told: { kind: 'new-way', element: `${one}/on/jump/0`, id: other ?? '' },
    },
    {
      name: 'another beginning',
      edit: (draft) => (memberOf(draft, 'machine').initial = other === fieldsOf(definition.machine).initial ? one : other),
      told: { kind: 'new-way', element: '' },
    },
    {
      name: 'a new end',
      edit: (draft) =>
        (memberOf(memberOf(draft, 'machine'), 'states').lost = {
          id: 'lost',
          type: 'final',
          tags: ['outcome:unresolved'],
          meta: { title: { en: 'Lost' } },
        }),
      told: { kind: 'new-end', element: 'lost' },
    },
    ...(isFields(definition.start)
      ? [
          {
            name: 'others begin',
            edit: (draft: Draft) => listIn(memberOf(draft, 'start'), 'by').push('system'),
            told: { kind: 'more-may-act', element: '', id: 'system' } as const,
          },
          { name: 'fewer begin', edit: (draft: Draft) => listIn(memberOf(draft, 'start'), 'by').pop() },
        ]
      : []),
    ...steps(definition).flatMap(({ id, state }): Planted[] =>
      typeof fieldsOf(state.meta).maxVisits !== 'number'
        ? []
        : [
            {
              name: `${id}: more often`,
              edit: (draft) => delete memberOf(stateIn(draft, id), 'meta').maxVisits,
              told: { kind: 'new-way', element: id },
            },
          ],
    ),
  ];
}
const asked = (row: unknown) => {
  const draft = row as Draft;
  const old = fieldsOf(draft.guard).params;
  draft.guard = { type: 'if', params: { all: [...(old === undefined ? [] : [old]), { field: 'x', is: 'filled' }] } };
};
