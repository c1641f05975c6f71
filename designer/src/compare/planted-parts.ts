import type { JsonObject } from '@redress/engine';
import { type Draft, fieldsOf, listIn, listOf, memberOf, wordsOf } from '../model/loose-json.ts';
import { missing, type Planted, rolesOf, stateIn, steps } from './planted.ts';

export function ofFields(definition: JsonObject): readonly Planted[] {
  return Object.entries(fieldsOf(definition.data)).flatMap(([id, field]): Planted[] => {
    const { visibleTo, personal } = fieldsOf(field);
    const fieldIn = (draft: Draft) => memberOf(memberOf(draft, 'data'), id);
    const other = Array.isArray(visibleTo) ? missing(definition, visibleTo) : 'complainant';
    const more = (draft: Draft) => {
      const roles = Array.isArray(visibleTo) ? visibleTo : organisation(definition);
      fieldIn(draft).visibleTo = [...roles, other];
    };
    const isRole = other !== undefined && rolesOf(definition).includes(other);
    return [
      ...(isRole
        ? [
            {
              name: `${id}: one more reads it`,
              edit: more,
              told: { kind: 'more-may-read', element: `field:${id}`, id: other } as const,
            },
          ]
        : []),
      ...(Array.isArray(visibleTo) && visibleTo.length > 1
        ? [{ name: `${id}: one fewer reads it`, edit: (draft: Draft) => listIn(fieldIn(draft), 'visibleTo').pop() }]
        : []),
      ...(personal === undefined
        ? [{ name: `${id}: marked as personal`, edit: (draft: Draft) => (fieldIn(draft).personal = 'ordinary') }]
        : [
            {
              name: `${id}: no longer personal`,
              edit: (draft: Draft) => delete fieldIn(draft).personal,
              told: { kind: 'more-may-read', element: `field:${id}` } as const,
            },
          ]),
      { name: `${id}: gone`, edit: (draft) => delete memberOf(draft, 'data')[id] },
    ];
  });
}
const organisation = (definition: JsonObject) =>
  Object.entries(fieldsOf(definition.roles)).flatMap(([id, role]) => (fieldsOf(role).party === 'organisation' ? [id] : []));

export function ofLetters(definition: JsonObject): readonly Planted[] {
  const text = JSON.stringify(definition.machine);
  return Object.entries(fieldsOf(definition.letters)).flatMap(([id, letter]): Planted[] => {
    const { to } = fieldsOf(letter);
    const other = missing(definition, to);
    const letterIn = (draft: Draft) => memberOf(memberOf(draft, 'letters'), id);
    const sent = `{"letter":"${id}"}`;
    if (!Array.isArray(to) || other === undefined || !text.includes(sent)) return [];
    return [
      {
        name: `${id}: to somebody more`,
        edit: (draft) => listIn(letterIn(draft), 'to').push(other),
        told: { kind: 'new-receiver', element: `letter:${id}`, id: other },
      },
      ...(to.length > 1 ? [{ name: `${id}: to one fewer`, edit: (draft: Draft) => listIn(letterIn(draft), 'to').pop() }] : []),
    ];
  });
}

export function ofDoings(definition: JsonObject): readonly Planted[] {
  const [first] = steps(definition)
    .filter(({ state }) => fieldsOf(state.invoke).src === 'task')
    .map(({ id }) => id);
  const services = Object.keys(fieldsOf(definition.services)).flatMap((id): Planted[] => [
    {
      name: `${id}: another operation`,
      edit: (draft) => (memberOf(memberOf(draft, 'services'), id).operation = 'delete'),
      told: { kind: 'outside-call', element: `service:${id}` },
    },
    {
      name: `${id}: discloses more`,
      edit: (draft) => listIn(memberOf(memberOf(draft, 'services'), id), 'discloses').push('anything'),
      told: { kind: 'more-may-read', element: `service:${id}`, id: 'anything' },
    },
    { name: `${id}: discloses less`, edit: (draft) => delete memberOf(memberOf(draft, 'services'), id).discloses },
  ]);
  const does = (action: unknown) => (draft: Draft) => listIn(stateIn(draft, first ?? ''), 'entry').push(action);
  return [
    ...services,
    {
      name: 'a new letter',
      edit: (draft) => {
        memberOf(memberOf(draft, 'letters'), 'new').to = ['complainant'];
        does({ type: 'letter', params: { letter: 'new' } })(draft);
      },
      told: { kind: 'new-receiver', element: 'letter:new' },
    },
    {
      name: 'a service is called',
      edit: does({ type: 'call', params: { service: 'register' } }),
      told: { kind: 'outside-call', element: first ?? '', id: 'register' },
    },
    {
      name: 'another case begins',
      edit: does({ type: 'start', params: { definition: 'other' } }),
      told: { kind: 'outside-call', element: first ?? '', id: 'other' },
    },
    {
      name: 'another case is told',
      edit: does({ type: 'send', params: { to: 'parent', event: 'x' } }),
      told: { kind: 'outside-call', element: first ?? '' },
    },
    {
      name: 'nobody knows what it does',
      edit: does({ type: 'spawnThing' }),
      told: { kind: 'outside-call', element: first ?? '' },
    },
    {
      name: 'the task is handed on',
      edit: (draft) => {
        memberOf(draft, 'roles').deputy = { title: { en: 'Deputy' }, party: 'customer' };
        does({ type: 'reassign', params: { to: 'deputy' } })(draft);
      },
      told: { kind: 'more-may-act', element: first ?? '', id: 'deputy' },
    },
    { name: 'a record is filed', edit: does({ type: 'record', params: { record: 'complaint-record' } }) },
    ...rolesOf(definition).map(
      (role): Planted => ({
        name: `${role}: held otherwise`,
        edit: (draft) => (memberOf(memberOf(draft, 'roles'), role).heldBy = 'whoever'),
        told: { kind: 'more-may-act', element: `role:${role}` },
      }),
    ),
  ];
}

export function ofDeadlines(definition: JsonObject): readonly Planted[] {
  const deadlines = steps(definition).flatMap(({ id, state }) =>
    Object.entries(fieldsOf(state.after)).flatMap(([delay, rows]): Planted[] => {
      const length = fieldsOf(fieldsOf(definition.delays)[delay]);
      const [unit, amount] = Object.entries(length).find(([, value]) => typeof value === 'number') ?? [];
      if (!listOf(rows).some((row) => fieldsOf(row).target !== undefined) || unit === undefined) return [];
      const delayIn = (draft: Draft) => memberOf(memberOf(draft, 'delays'), delay);
      return [
        {
          name: `${id}/${delay}: goes`,
          edit: (draft) => delete memberOf(stateIn(draft, id), 'after')[delay],
          told: { kind: 'deadline-gone', element: id, id: delay },
        },
        {
          name: `${delay}: longer`,
          edit: (draft) => (delayIn(draft)[unit] = Number(amount) + 1),
          told: { kind: 'deadline-gone', element: `delay:${delay}` },
        },
        {
          name: `${delay}: computed`,
          edit: (draft) => (delayIn(draft)[unit] = '= severity'),
          told: { kind: 'deadline-gone', element: `delay:${delay}` },
        },
        ...(Number(amount) > 1 ? [{ name: `${delay}: shorter`, edit: (draft: Draft) => (delayIn(draft)[unit] = Number(amount) - 1) }] : []),
        { name: `${delay}: renamed`, edit: (draft) => (delayIn(draft).title = { en: 'Until then' }) },
      ];
    }),
  );
  const clocks = Object.keys(fieldsOf(definition.clocks)).flatMap((id): Planted[] => {
    const clockIn = (draft: Draft) => memberOf(memberOf(draft, 'clocks'), id);
    const [tag] = steps(definition)
      .flatMap(({ state }) => wordsOf(state.tags))
      .filter((word) => !JSON.stringify(fieldsOf(definition.clocks)[id]).includes(word));
    const told = { kind: 'deadline-gone', element: `clock:${id}`, id } as const;
    return [
      { name: `${id}: goes`, edit: (draft) => delete memberOf(draft, 'clocks')[id], told },
      { name: `${id}: stops elsewhere too`, edit: (draft) => listIn(clockIn(draft), 'stops').push(tag), told },
      { name: `${id}: starts nowhere`, edit: (draft) => (clockIn(draft).starts = []), told },
      { name: `${id}: warns`, edit: (draft) => (clockIn(draft).warnAt = [10]) },
      { name: `${id}: not extended`, edit: (draft) => delete clockIn(draft).extension },
    ];
  });
  return [...deadlines, ...clocks];
}
