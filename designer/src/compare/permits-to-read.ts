import { placeholdersOf } from '@redress/engine';
import { type Fields, fieldsOf, listOf, textOf, wordOf } from '../model/loose-json.ts';
import type { Permit } from './change.ts';
import { besides, inputOf, memberOfSection, type ReadProcedure, sectionOf, type Versions, wordsIn } from './read-procedure.ts';

/** Fields shown to more, and letters that go to somebody to whom they did not go. */
export const permitsToRead = (versions: Versions): readonly Permit[] => [
  ...readers(versions),
  ...lessPersonal(versions),
  ...records(versions),
  ...handedOut(versions),
  ...receivers(versions),
];

/** Who may read a field, or another one into which what it says is copied. */
const readersOf = (procedure: ReadProcedure, id: string): readonly string[] => [
  ...new Set(copiesOf(procedure, id).flatMap((copy) => readersAt(procedure, fieldsOf(memberOfSection(procedure, 'data', copy))))),
];
const readersAt = (procedure: ReadProcedure, field: Fields): readonly string[] =>
  Array.isArray(field.visibleTo)
    ? wordsIn(field, 'visibleTo')
    : sectionOf(procedure, 'roles').flatMap(([id, { party }]) => (party === 'organisation' ? [id] : []));
const copiesOf = ({ copies }: ReadProcedure, id: string): readonly string[] => copies.get(id) ?? [id];

/** Told by field; a role that is new to all of them once, with the fields. */
function readers({ before, after }: Versions): readonly Permit[] {
  const isNew = (role: string) => memberOfSection(before, 'roles', role)?.party !== memberOfSection(after, 'roles', role)?.party;
  const byRole = new Map<string, string[]>();
  const byField = sectionOf(after, 'data').flatMap(([id]): Permit[] => {
    if (!memberOfSection(before, 'data', id)) return [];
    const roles = besides(readersOf(after, id), readersOf(before, id));
    for (const role of roles.filter(isNew)) byRole.set(role, [...(byRole.get(role) ?? []), id]);
    const ids = roles.filter((role) => !isNew(role));
    return ids.length === 0 ? [] : [{ kind: 'more-may-read', element: `field:${id}`, ids }];
  });
  return [...byField, ...[...byRole].map(([role, ids]): Permit => ({ kind: 'more-may-read', element: `role:${role}`, ids }))];
}

const lessPersonal = ({ before, after }: Versions): readonly Permit[] =>
  sectionOf(after, 'data').flatMap(([id, { personal }]): Permit[] => {
    const was = memberOfSection(before, 'data', id)?.personal;
    const rank = (mark: unknown) => (mark === undefined ? 0 : mark === 'special' ? 2 : 1);
    return rank(personal) < rank(was) ? [{ kind: 'more-may-read', element: `field:${id}`, ids: [] }] : [];
  });

/** Records that a task did not show. */
const records = ({ before, after }: Versions): readonly Permit[] =>
  after.ids.flatMap((step): Permit[] => {
    const [was, now] = [inputOf(before, step, 'task'), inputOf(after, step, 'task')];
    const isMore = was && now && besides(wordsIn(was, 'hides'), wordsIn(now, 'hides')).length > 0;
    return isMore ? [{ kind: 'more-may-read', element: step, ids: [wordOf(now.role) ?? ''] }] : [];
  });

/** To the procedure that called this one, and to services. */
function handedOut({ before, after }: Versions): readonly Permit[] {
  const returned = besides(wordsIn(after.definition, 'returns'), wordsIn(before.definition, 'returns'));
  const disclosed = sectionOf(after, 'services').flatMap(([id, service]): Permit[] => {
    const was = memberOfSection(before, 'services', id);
    const ids = was ? besides(wordsIn(service, 'discloses'), wordsIn(was, 'discloses')) : [];
    return ids.length === 0 ? [] : [{ kind: 'more-may-read', element: `service:${id}`, ids }];
  });
  return [...(returned.length === 0 ? [] : [{ kind: 'more-may-read', element: '', ids: returned } as const]), ...disclosed];
}

/** Letters that are sent, each with its receivers. */
function sentLetters(procedure: ReadProcedure): ReadonlyMap<string, readonly string[]> {
  const sent = new Map<string, readonly string[]>();
  const send = ({ letter, to }: Fields) => {
    const id = wordOf(letter) ?? '';
    const own = wordsIn({ to }, 'to');
    sent.set(id, [...(sent.get(id) ?? []), ...(own.length > 0 ? own : wordsIn(memberOfSection(procedure, 'letters', id), 'to'))]);
  };
  for (const { type, params } of procedure.doings) if (type === 'letter') send(params);
  for (const step of procedure.ids) send(inputOf(procedure, step, 'letter') ?? {});
  for (const [, clock] of sectionOf(procedure, 'clocks')) send({ letter: fieldsOf(clock.extension).letter });
  sent.delete('');
  return sent;
}

/** Fields of the case that the words of a letter name, or name a copy of. */
function toldBy(procedure: ReadProcedure, letter: string): readonly string[] {
  const { subject, blocks } = fieldsOf(memberOfSection(procedure, 'letters', letter));
  const texts = listOf(blocks).flatMap((block) => {
    const { text, variants } = fieldsOf(block);
    return [text, ...listOf(variants).map((variant) => fieldsOf(variant).text)];
  });
  const names = [subject, ...texts].flatMap((text) => placeholdersOf(textOf(text)));
  return sectionOf(procedure, 'data').flatMap(([id]) => (copiesOf(procedure, id).some((copy) => names.includes(copy)) ? [id] : []));
}

function receivers({ before, after }: Versions): readonly Permit[] {
  const [was, now] = [sentLetters(before), sentLetters(after)];
  const knew = new Set(
    [...was].flatMap(([letter, roles]) => roles.flatMap((role) => toldBy(before, letter).map((field) => `${role} ${field}`))),
  );
  const knows = (role: string, field: string) => knew.has(`${role} ${field}`) || readersOf(before, field).includes(role);
  const letters = [...now].flatMap(([letter, roles]): Permit[] => {
    const ids = besides(roles, was.get(letter));
    const same = roles.filter((role) => !ids.includes(role));
    const fields = toldBy(after, letter).filter(
      (field) => memberOfSection(before, 'data', field) && same.some((role) => !knows(role, field)),
    );
    return [
      ...(ids.length === 0 ? [] : [{ kind: 'new-receiver', element: `letter:${letter}`, ids } as const]),
      ...(fields.length === 0 ? [] : [{ kind: 'more-may-read', element: `letter:${letter}`, ids: [...new Set(fields)] } as const]),
    ];
  });
  const addressed = sectionOf(after, 'roles').flatMap(([id, { addressedBy }]): Permit[] => {
    const old = memberOfSection(before, 'roles', id);
    return old && old.addressedBy !== addressedBy ? [{ kind: 'new-receiver', element: `role:${id}`, ids: [id] }] : [];
  });
  return [...letters, ...addressed];
}
