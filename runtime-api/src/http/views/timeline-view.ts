import type { JsonObject } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { namesOf } from '../../people/persons.ts';
import type { Contents } from '../../store/journal-line.ts';
import type { ContentsDocument, JournalLine } from '../../store/models/journal.ts';
import type { LetterDocument } from '../../store/models/letter.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { TimelineLine } from '../shapes/cases.ts';
import { stepsOf } from './case-row.ts';
import { words } from './form-view.ts';
import { letterStanding } from './letter-standing.ts';
import { stateBy } from './offer-view.ts';
import { own, type ReadCase } from './read-case.ts';

/** Journal lines in the words of the definition; values only of fields that the reader may see. */
export async function timelineView(
  office: Office,
  read: ReadCase,
  lines: readonly JournalLine[],
): Promise<readonly Static<typeof TimelineLine>[]> {
  const { organisation } = read.document;
  const { store } = office.ports;
  const contents = await store.contents.find({ organisation, _id: { $in: lines.map(({ _id }) => _id) } }).lean<ContentsDocument[]>();
  const told = new Map(contents.map(({ _id, text }): [string, Contents] => [_id, JSON.parse(text)]));
  const written = lines.flatMap(({ effects }) => effects.filter(({ kind }) => kind === 'letter').map(({ key }) => key));
  const noted = lines.flatMap(({ _id }) => letterIn(told.get(_id)));
  const [letters, names] = await Promise.all([
    store.letters.find({ organisation, _id: { $in: [...written, ...noted] } }, { state: 1, title: 1 }).lean<KnownLetter[]>(),
    namesOf(
      office.desk,
      organisation,
      lines.flatMap((line) => [line.by?.person ?? '', line.by?.onBehalfOf ?? '', givenTo(line, told.get(line._id)) ?? '']),
    ),
  ]);
  const known = new Map(letters.map((letter) => [letter._id, letter]));
  return lines.map((line) => lineView(read, line, { contents: told.get(line._id), letters: known, names }));
}

type KnownLetter = Pick<LetterDocument, '_id' | 'state' | 'title'>;
interface Beside {
  readonly contents: Contents | undefined;
  readonly letters: ReadonlyMap<string, KnownLetter>;
  readonly names: Awaited<ReturnType<typeof namesOf>>;
}

function lineView(read: ReadCase, line: JournalLine, { contents, letters, names }: Beside): Static<typeof TimelineLine> {
  const { definition } = read;
  const payload = contents?.payload ?? {};
  const { reason, recorded, incident } = payload;
  const event = own(definition.events, line.type);
  const timer = timerOf(read, line, payload);
  const by = line.by?.person === undefined ? undefined : names.get(line.by.person);
  const onBehalfOf = line.by?.onBehalfOf === undefined ? undefined : names.get(line.by.onBehalfOf);
  const place = (ids: readonly string[]) =>
    stepsOf(
      definition,
      ids.filter((id) => stateBy(definition.machine.states, id) !== undefined),
    );
  return {
    revision: line.revision,
    at: line.at,
    event: line.type,
    ...(event ? { label: words(event.label) } : {}),
    ...(by ? { by } : {}),
    ...(line.by?.service === undefined ? {} : { service: line.by.service }),
    ...(onBehalfOf ? { onBehalfOf } : {}),
    ...present({ given: names.get(givenTo(line, contents) ?? '') }),
    ...(recorded !== null && typeof recorded === 'object' && !Array.isArray(recorded) ? { recorded: { ...recorded } } : {}),
    from: place(line.from),
    to: place(line.to),
    letters: line.effects.flatMap(({ key, letter, to }) =>
      letter === undefined || to === undefined
        ? []
        : [letterLine(read, { key, letter, to, state: letterStanding(read, { key, stands: letters.get(key)?.state ?? 'waiting' }) })],
    ),
    filed: [...line.filed],
    changed: line.changed.flatMap((field) => {
      const known = own(definition.data, field);
      if (!known) return [];
      const value = contents ? own(contents.values, field) : undefined;
      return [{ field, title: words(known.title), ...(read.mayRead(field) && value !== undefined ? { value } : {}) }];
    }),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...present({ timer }),
    ...(line.incident === undefined || settles.includes(line.type)
      ? {}
      : { failed: timer?.title ?? words(letters.get(String(payload.effect))?.title ?? event?.label ?? {}) }),
    ...(typeof incident === 'string' && line.type.startsWith('incident.') ? { incident } : {}),
    ...(line.type === 'letter.sent' && contents ? { sent: sendingOf(line, contents, letters) } : {}),
  };
}

/** Lines that name an incident because they end it. */
const settles = ['incident.retry', 'incident.skip'];

/** To whom somebody in charge gave a task; nobody where it went back to the queue. */
function givenTo({ type }: JournalLine, contents: Contents | undefined): string | undefined {
  const person = type === 'task.assign' ? contents?.payload?.person : undefined;
  return typeof person === 'string' ? person : undefined;
}

/** The deadline of a step that passed or was moved: `<step>.<delay>`, as timers are named. */
function timerOf({ definition }: ReadCase, { type }: JournalLine, { timer, dueAt }: JsonObject) {
  if (!type.startsWith('timer.') || typeof timer !== 'string') return undefined;
  const title = own(definition.delays, timer.slice(timer.indexOf('.') + 1))?.title;
  return title && { title: words(title), ...(typeof dueAt === 'string' ? { dueAt } : {}) };
}

/** Key of the letter that somebody says to have sent, or that could not be sent. */
const letterIn = (contents: Contents | undefined): readonly string[] => {
  const letter = contents?.payload?.letter ?? contents?.payload?.effect;
  return typeof letter === 'string' ? [letter] : [];
};

function sendingOf({ at }: JournalLine, contents: Contents, letters: Beside['letters']): NonNullable<Static<typeof TimelineLine>['sent']> {
  const { how, sentAt } = contents.payload ?? {};
  const [key = ''] = letterIn(contents);
  return {
    title: words(letters.get(key)?.title ?? {}),
    how: typeof how === 'string' ? how : 'post',
    at: typeof sentAt === 'string' ? sentAt : at,
  };
}

const letterLine = (
  { definition }: ReadCase,
  of: { readonly key: string; readonly letter: string; readonly to: string; readonly state: string },
) => ({
  ...of,
  title: words(own(definition.letters, of.letter)?.title ?? {}),
  toTitle: words(own(definition.roles, of.to)?.title ?? {}),
});
