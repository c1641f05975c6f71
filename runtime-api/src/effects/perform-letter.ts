import { letterWords } from '@redress/definitions';
import { inLanguage, type LetterEffect, namesNumber, renderLetter } from '@redress/engine';
import { bodyHash } from '../event-id.ts';
import { reasonOf } from '../incidents/reason-of.ts';
import { outgoing } from '../letters/outgoing.ts';
import { receiverOf } from '../letters/receivers.ts';
import type { LoadedCase, Ports, Recipient, Runnable, Sent } from '../ports.ts';
import { insertNew } from '../store/insert-new.ts';
import type { EffectDocument } from '../store/models/effect.ts';
import type { LetterDocument } from '../store/models/letter.ts';
import type { OrganisationDocument } from '../store/models/organisation.ts';
import { ownRows } from '../store/schema.ts';
import { attemptsMax } from './back-off.ts';
import type { Perform, Performed } from './performed.ts';
import { sendOn, tellWaiting } from './tell-waiting.ts';

/** The number usually comes within milliseconds and wakes the letter; this is the net. */
const numberMs = 1_000;
const heldMs = 60_000;

interface Writing {
  readonly row: EffectDocument;
  readonly effect: LetterEffect & { readonly key: string };
  readonly loaded: LoadedCase;
  readonly runnable: Runnable;
  readonly organisation: OrganisationDocument;
  readonly ports: Ports;
}

/** A letter finds its receiver: the inbox of staff, a mail, a file that waits for a person, or a task "print and post". */
export const performLetter: Perform = async (row, ports) => {
  const loaded = await ports.cases.load(row, true);
  if (!loaded.ok) return { end: 'ignored', note: loaded.refusal.code };
  const runnable = await ports.definitions.of(row.organisation, loaded.value.document.definition);
  if (!runnable.ok) return { end: 'hopeless', reason: reasonOf(runnable.refusal) };
  const organisation = await ports.store.organisations
    .findOne({ organisation: row.organisation, _id: row.organisation })
    .lean<OrganisationDocument>();
  if (organisation === null) return { end: 'hopeless', reason: 'organisation-not-found' };
  const effect = JSON.parse(row.work) as Writing['effect'];
  const { definition } = runnable.value;
  if (!Object.hasOwn(definition.letters, effect.letter))
    return { end: 'hopeless', reason: 'unknown-letter', facts: { letter: effect.letter } };
  if (loaded.value.state.number === undefined && namesNumber(definition, effect))
    return { end: 'later', note: 'waits-for-number', waitMs: numberMs };

  const writing: Writing = { row, effect, loaded: loaded.value, runnable: runnable.value, organisation, ports };
  const receiver = await receiverOf(effect, loaded.value, definition, ports.people);
  if (receiver.by === 'inbox') return toInbox(writing, receiver.persons);
  const letter = write(writing, receiver);
  return receiver.by === 'mail' ? toMail(writing, letter) : toPrinter(writing, letter);
};

/** Staff read it in the window; each in his own language. Nobody holds the role: it is noted, and the case says so anyway. */
async function toInbox(writing: Writing, persons: readonly Recipient[]): Promise<Performed> {
  const { row, effect, ports } = writing;
  for (const person of persons) {
    const letter = write(writing, { name: person.name, ...(person.language === undefined ? {} : { language: person.language }) });
    const { language, subject, body, at } = letter;
    const inboxRow = {
      _id: `${row._id}:${person.id}`,
      organisation: row.organisation,
      person: person.id,
      caseId: row.caseId,
      letter: effect.letter,
      role: effect.to,
      language,
      subject,
      body,
      at,
      unread: true,
    };
    await insertNew(() => ports.store.inbox.insertMany([inboxRow], ownRows));
    ports.live.tell({ organisation: row.organisation, kind: 'inbox', caseId: row.caseId, persons: [person.id] });
  }
  const [only, ...others] = persons;
  const first = write(writing, only !== undefined && others.length === 0 ? only : {}); // Several have it as what they are here.
  await keep(
    {
      ...first,
      state: persons.length === 0 ? 'failed' : 'inbox',
      ...(persons.length === 0 ? {} : { sent: { at: first.at, how: 'inbox' } }),
    },
    ports,
  );
  ports.live.tell({ organisation: row.organisation, kind: 'case', caseId: row.caseId });
  const told = await tellWaiting(row, { type: 'invoke.done', letter: row._id, output: { how: 'inbox' } }, ports);
  return told.end === 'done' && persons.length === 0 ? { end: 'done', note: 'nobody-holds-the-role' } : told;
}

/** Sent, or written to a file that a person sends. What the letter's row says was done is not done again. */
async function toMail(writing: Writing, letter: LetterDocument): Promise<Performed> {
  const { row, organisation, ports } = writing;
  const known = await ports.store.letters.findOne({ organisation: row.organisation, _id: row._id }).lean<LetterDocument>();
  if (known === null || ['held', 'trying', 'failed'].includes(known.state)) {
    if (organisation.mailHeld) {
      await keep({ ...letter, state: 'held' }, ports);
      if (known?.state !== 'held') ports.live.tell({ organisation: row.organisation, kind: 'case', caseId: row.caseId });
      return { end: 'later', note: 'mail-held', waitMs: heldMs };
    }
    const sent = await attempt(writing, letter);
    if (sent.state === 'refused') return { end: 'hopeless', reason: 'letter-refused', facts: { problem: sent.answer } };
    if (sent.state === 'written')
      await keep({ ...letter, state: 'written', ...(sent.file === undefined ? {} : { file: sent.file }) }, ports);
    else await keep({ ...letter, state: 'sent', sent: { at: new Date(ports.clock.now()).toISOString(), how: 'email' } }, ports);
    ports.live.tell({ organisation: row.organisation, kind: 'case', caseId: row.caseId });
    if (sent.state === 'written') return { end: 'done', note: 'written' };
  } else if (known.state !== 'sent') return { end: 'done', note: known.state };
  return tellWaiting(row, { type: 'invoke.done', letter: row._id, output: { how: 'email' } }, ports);
}

/** Until a server takes it the letter lies open: whoever cannot wait sends it himself. */
async function attempt({ row, organisation, ports }: Writing, letter: LetterDocument): Promise<Sent> {
  const keepOpen = async (state: 'trying' | 'failed') => {
    await keep({ ...letter, state }, ports);
    ports.live.tell({ organisation: row.organisation, kind: 'case', caseId: row.caseId });
  };
  try {
    const sent = await ports.mail.send(outgoing(letter, organisation.name));
    if (sent.state === 'refused') await keepOpen('failed');
    return sent;
  } catch (problem) {
    await keepOpen(row.attempts + 1 < attemptsMax ? 'trying' : 'failed');
    throw problem;
  }
}

/** Where there is no address, the owner of the step prints and posts it: the engine opens that task. */
async function toPrinter(writing: Writing, letter: LetterDocument): Promise<Performed> {
  const { row, effect, ports } = writing;
  await keep({ ...letter, state: 'to-print' }, ports);
  const payload = { letter: JSON.parse(row.work) };
  const type = 'letter.print';
  const answer = await sendOn(
    {
      organisation: row.organisation,
      caseId: row.caseId,
      type,
      id: `${row._id}:${type}`,
      bodyHash: bodyHash(type, payload),
      payload,
      hops: row.hops,
    },
    ports,
  );
  if (answer.end === 'ignored') await keep({ ...letter, state: 'failed' }, ports);
  return answer.end === 'done' ? { end: 'done', note: effect.owner === undefined ? 'to-print, no owner' : 'to-print' } : answer;
}

function write(
  writing: Writing,
  receiver: { readonly name?: string; readonly language?: string; readonly address?: string },
): LetterDocument {
  const { row, effect, loaded, runnable, organisation, ports } = writing;
  const { definition } = runnable;
  const language =
    [receiver.language, organisation.language].find((one) => one !== undefined && definition.languages.includes(one)) ??
    definition.languages[0] ??
    'en';
  const reading = { language, fallback: definition.languages[0] ?? 'en', timeZone: organisation.timeZone, at: row.at, words: letterWords };
  const staff = definition.roles[effect.to]?.party === 'organisation';
  const late = {
    'case.number': loaded.state.number ?? '',
    'recipient.name': receiver.name ?? inLanguage(definition.roles[effect.to]?.title ?? {}, reading),
    'link.case': staff && ports.publicUrl !== undefined ? `${ports.publicUrl}/cases/${row.caseId}` : '',
    'organisation.name': organisation.name,
    'organisation.contact': organisation.contact,
    'organisation.externalBody': organisation.externalBody,
    'organisation.externalTimeLimit': organisation.externalTimeLimit,
  };
  return {
    _id: row._id,
    organisation: row.organisation,
    caseId: row.caseId,
    definition: definition.id,
    letter: effect.letter,
    title: definition.letters[effect.letter]?.title ?? {},
    step: effect.step,
    ...(effect.instance === undefined ? {} : { instance: effect.instance }),
    role: effect.to,
    ...(receiver.name === undefined ? {} : { name: receiver.name }),
    ...(receiver.address === undefined ? {} : { address: receiver.address }),
    language,
    ...renderLetter(definition, effect, late, reading),
    state: 'held',
    at: row.at,
  };
}

/** A letter once sent stays as it was sent. */
async function keep(letter: LetterDocument, ports: Ports): Promise<void> {
  if (await insertNew(() => ports.store.letters.insertMany([letter], ownRows))) return;
  const { _id, organisation, ...fields } = letter;
  await ports.store.letters.updateOne({ organisation, _id, state: { $ne: 'sent' } }, { $set: fields });
}
