import { ok, type Result, refuse } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { mailText } from '../../letters/mail.ts';
import { markSent, type NotSendable } from '../../letters/mark-sent.ts';
import { outgoing } from '../../letters/outgoing.ts';
import { namesOf } from '../../people/persons.ts';
import type { LetterDocument } from '../../store/models/letter.ts';
import type { Caller } from '../caller.ts';
import { type HttpRefusal, procedureBroken } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { answer, type Route, route } from '../route.ts';
import { Page } from '../shapes/basics.ts';
import { LetterSent } from '../shapes/case-work.ts';
import { LetterView } from '../shapes/cases.ts';
import { words } from '../views/form-view.ts';
import { letterStanding } from '../views/letter-standing.ts';
import { type ReadCase, readCase } from '../views/read-case.ts';

const tag = 'letters';
type View = Static<typeof LetterView>;

/** A letter that tells personal fields is shown to those who may see them; to others only that it went. */
function mayReadText({ definition, roles }: ReadCase, caller: Caller): boolean {
  const contact = Object.values(definition.data).filter(({ personal }) => personal !== undefined);
  const readers = contact.flatMap(({ visibleTo }) => visibleTo ?? roles);
  return contact.length === 0 || roles.some((role) => readers.includes(role)) || caller.rights.includes('team-lead');
}

async function viewsOf(office: Office, caller: Caller, read: ReadCase, letters: readonly LetterDocument[]): Promise<readonly View[]> {
  const names = await namesOf(
    office.desk,
    caller.organisation,
    letters.map(({ sent }) => sent?.by ?? ''),
  );
  const open = mayReadText(read, caller);
  return letters.map((letter) => {
    const by = letter.sent?.by === undefined ? undefined : names.get(letter.sent.by);
    return {
      key: letter._id,
      caseId: letter.caseId,
      letter: letter.letter,
      title: words(letter.title),
      to: {
        role: letter.role,
        ...(open && letter.name !== undefined ? { name: letter.name } : {}),
        ...(open && letter.address !== undefined ? { address: letter.address } : {}),
      },
      language: letter.language,
      subject: open ? letter.subject : '',
      body: open ? letter.body : '',
      state: letterStanding(read, { key: letter._id, stands: letter.state }),
      at: letter.at,
      ...(letter.sent ? { sent: { at: letter.sent.at, how: letter.sent.how, ...(by ? { by } : {}) } } : {}),
    };
  });
}

function unsendable(refusal: NotSendable, letter: string): HttpRefusal {
  if (refusal.code === 'letter-not-found') return { code: 'not-found', what: 'letter', id: letter };
  return refusal.code === 'letter-already-sent' ? { code: 'letter-state', state: refusal.state } : refusal;
}

async function findLetter(
  office: Office,
  caller: Caller,
  caseId: string,
  key: string,
): Promise<Result<{ readonly read: ReadCase; readonly letter: LetterDocument }, HttpRefusal>> {
  const read = await readCase(office, caller, caseId);
  if (!read.ok) return read;
  const letter = await office.ports.store.letters.findOne({ organisation: caller.organisation, _id: key }).lean<LetterDocument>();
  return letter?.caseId === caseId ? ok({ read: read.value, letter }) : refuse({ code: 'not-found', what: 'letter', id: key });
}

export const letterRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'listLetters',
      path: '/cases/{case}/letters',
      summary: 'Letters of the case',
      tag,
      answers: { 200: Page(LetterView) },
      refusals: ['case-not-found'],
    },
    async ({ office, parameters }, caller) => {
      const read = await readCase(office, caller, parameters.case);
      if (!read.ok) return read;
      const letters = await office.ports.store.letters
        .find({ organisation: caller.organisation, caseId: parameters.case })
        .sort({ at: 1 })
        .limit(500)
        .lean<LetterDocument[]>();
      return answer({ rows: await viewsOf(office, caller, read.value, letters), more: false });
    },
  ),
  route(
    'get',
    {
      operation: 'readLetter',
      path: '/cases/{case}/letters/{letter}',
      summary: 'One letter',
      tag,
      answers: { 200: LetterView },
      refusals: ['case-not-found', 'not-found'],
    },
    async ({ office, parameters }, caller) => {
      const found = await findLetter(office, caller, parameters.case, parameters.letter);
      if (!found.ok) return found;
      const [view] = await viewsOf(office, caller, found.value.read, [found.value.letter]);
      return answer(view);
    },
  ),
  route(
    'get',
    {
      operation: 'downloadLetter',
      path: '/cases/{case}/letters/{letter}/file',
      summary: 'The letter as a file, to be sent by hand',
      tag,
      answers: { 200: 'file:message/rfc822' },
      refusals: ['case-not-found', 'not-found', 'letter-state'],
    },
    async ({ office, parameters }, caller) => {
      const found = await findLetter(office, caller, parameters.case, parameters.letter);
      if (!found.ok) return found;
      const { letter, read } = found.value;
      if (letter.file === undefined) return refuse({ code: 'letter-state', state: letter.state });
      if (!mayReadText(read, caller)) return refuse({ code: 'not-permitted', event: 'letter', allowed: [] });
      const { organisation } = caller;
      const from = await office.ports.store.organisations.findOne({ organisation, _id: organisation }, { name: 1 }).lean();
      // Made again: the file itself lies in the folder of whichever process wrote it.
      const content = await mailText(outgoing(letter, from?.name ?? ''), office.mailFrom);
      return {
        ok: true,
        value: { status: 200, file: { name: `${read.document.number ?? 'letter'}-${letter.letter}.eml`, type: 'message/rfc822', content } },
      };
    },
  ),
  route(
    'post',
    {
      operation: 'markLetterSent',
      path: '/cases/{case}/letters/{letter}/sent',
      summary: '"I sent it: how, when": the sending of a letter that was written to a file',
      tag,
      body: LetterSent,
      answers: { 200: LetterView },
      refusals: ['case-not-found', 'not-found', 'letter-state', 'sent-at-impossible', 'step-failed', 'busy', ...procedureBroken],
    },
    async ({ office, parameters, body }, caller) => {
      const found = await findLetter(office, caller, parameters.case, parameters.letter);
      if (!found.ok) return found;
      const at = new Date(body.at).toISOString();
      const by = caller.person
        ? { person: caller.person._id, roles: found.value.read.roles }
        : { service: caller.token?.name ?? 'service', roles: found.value.read.roles };
      const marked = await markSent({ organisation: caller.organisation, letter: parameters.letter, how: body.how, at, by }, office.ports);
      if (!marked.ok) return refuse(unsendable(marked.refusal, parameters.letter));
      const [view] = await viewsOf(office, caller, found.value.read, [marked.value]);
      return answer(view);
    },
  ),
];
