import { type Action, knownPlaceholders, placeholdersOf, type Text } from '@redress/engine';
import { namesOf } from '../check/role-names.ts';
import { readyBlocks } from '../letters/ready-blocks.ts';
import { type Draft, type DraftRow, type DraftState, freeId, type Writable, wordsFor } from './draft.ts';
import { roleFor, titleOf } from './material.ts';

/** Who has to hear what. */
export interface News {
  readonly to: string;
  /** Empty: anything at all. */
  readonly contents: readonly string[];
}
type Letters = NonNullable<DraftState['entry']>;

/** A step tells somebody something when a case comes into it. */
export function tellIn(draft: Draft, state: DraftState, news: News): boolean {
  const { invoke } = state;
  if (invoke?.src === 'letter' && hears(draft, invoke.input.letter, invoke.input.to, news.to))
    return extended(draft, invoke.input.letter, news);
  const entry = state.entry ?? [];
  const isTold = told(draft, entry, state, news);
  if (isTold) state.entry = entry;
  return isTold;
}

/** A way tells somebody something when it is taken. */
export function tellOn(draft: Draft, row: DraftRow, from: DraftState | undefined, news: News): boolean {
  const actions = row.actions ?? [];
  const isTold = told(draft, actions, from, news);
  if (isTold) row.actions = actions;
  return isTold;
}

function told(draft: Draft, actions: Letters, from: DraftState | undefined, news: News): boolean {
  const sent = actions.find((action) => action.type === 'letter' && hears(draft, action.params.letter, action.params.to, news.to));
  if (sent?.type === 'letter') return news.contents.length === 0 || extended(draft, sent.params.letter, news);
  const role = roleFor(news.to, draft);
  if (role === undefined) return false;
  const ready = readyLetter(draft, news, role);
  actions.push(ready ?? newLetter(draft, from, news, role));
  return true;
}

const hears = (draft: Draft, letter: string, to: readonly string[] | undefined, whom: string): boolean =>
  (to ?? draft.letters[letter]?.to ?? []).some((role) => namesOf(role, draft).includes(whom) || draft.roles[role]?.party === whom);

/** A letter that is there and tells all of it to such a person; where anything will do, the notice that something is late or how far it is. */
function readyLetter(draft: Draft, { contents }: News, role: string): Writable<Action> | undefined {
  const asked = contents.length > 0 ? contents : [draft.roles[role]?.party === 'organisation' ? 'overdue' : 'progress'];
  const party = draft.roles[role]?.party;
  const found = Object.entries(draft.letters).find(([, { blocks, to }]) => {
    const tells = blocks.flatMap((block) => (block.when ? [] : (block.tells ?? [])));
    return asked.every((content) => tells.includes(content)) && (to ?? [role]).every((each) => draft.roles[each]?.party === party);
  });
  if (!found) return undefined;
  const [letter, { to }] = found;
  return { type: 'letter', params: { letter, ...(to?.includes(role) ? {} : { to: [role] }) } };
}

/** A new letter is called like the step that sends it; what it is about has to be written. */
function newLetter(draft: Draft, from: DraftState | undefined, { contents }: News, role: string): Writable<Action> {
  const letter = freeId(Object.keys(draft.letters), `${from?.id ?? 'case'}Letter`);
  const asked = contents.length > 0 ? contents : [draft.roles[role]?.party === 'organisation' ? 'overdue' : 'progress'];
  draft.letters[letter] = {
    title: from ? titleOf(from, draft) : wordsFor(draft),
    to: [role],
    subject: wordsFor(draft),
    blocks: paragraphs(draft, asked),
  };
  return { type: 'letter', params: { letter } };
}

function extended(draft: Draft, id: string, { contents }: News): boolean {
  const letter = draft.letters[id];
  if (!letter) return false;
  const told = new Set(letter.blocks.flatMap((block) => (block.when ? [] : (block.tells ?? []))));
  const missing = contents.filter((content) => !told.has(content));
  if (missing.length === 0) return false;
  // The words are there and only do not say what they tell.
  const open = missing.filter((content) => !claimed(draft, letter.blocks, content));
  // Whom to ask, and the greeting, stay last.
  const last = letter.blocks.at(-1);
  const at = last?.tells?.includes('contact') ? letter.blocks.length - 1 : letter.blocks.length;
  letter.blocks.splice(at, 0, ...paragraphs(draft, open));
  return true;
}

function claimed(draft: Draft, blocks: Draft['letters'][string]['blocks'], content: string): boolean {
  const ready = readyBlocks.find(({ tells }) => tells?.includes(content));
  const same =
    ready && blocks.find(({ text, when }) => !when && draft.languages.every((language) => text[language] === ready.text[language]));
  if (!same) return false;
  same.tells = [...(same.tells ?? []), content];
  return true;
}

/** Ready paragraphs, each once; where there is none, or it names what is not here, a gap for whoever knows the words. */
function paragraphs(draft: Draft, contents: readonly string[]): Draft['letters'][string]['blocks'] {
  const known = knownPlaceholders(draft);
  const isKnown = (text: Text): boolean => placeholdersOf(text).every((name) => known.has(name));
  const done = new Set<string>();
  return contents.flatMap((content) => {
    if (done.has(content)) return [];
    const ready = readyBlocks.find(({ tells, text }) => tells?.includes(content) && isKnown(text));
    for (const told of ready?.tells ?? [content]) done.add(told);
    return [{ tells: [...(ready?.tells ?? [content])], text: wordsFor(draft, ready?.text) }];
  });
}
