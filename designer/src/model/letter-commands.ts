import { ok, type Result, refuse, type Text } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { type Draft, fieldsOf, isFields, memberOf, setWords, textOf } from './loose-json.ts';
import { newId } from './new-id.ts';
import { usesOf } from './uses.ts';

/** Ways a letter can go, as the format knows them. */
export const letterWays = ['preferred', 'email', 'post', 'portal', 'inbox', 'sms'] as const;

export interface LetterPayloads {
  /** A letter with its name as subject; what it says is written next. */
  readonly 'letter.add': { readonly title: Text; readonly to?: readonly string[] };
  /** Only one that nothing sends. */
  readonly 'letter.remove': { readonly letter: string };
  /** The roles that receive it, where a step does not say otherwise. */
  readonly 'letter.to': { readonly letter: string; readonly roles: readonly string[] };
  /** Ways it may go; none: as whoever receives it prefers. */
  readonly 'letter.via': { readonly letter: string; readonly ways: readonly string[] };
  /** The role that keeps its text right. */
  readonly 'letter.owner': { readonly letter: string; readonly role?: string };
  /** The day by which its text is read again, `YYYY-MM-DD`. */
  readonly 'letter.review': { readonly letter: string; readonly day?: string };
  /** What its sending files as evidence. */
  readonly 'letter.records': { readonly letter: string; readonly records: readonly string[] };
  readonly 'letter.subject': { readonly letter: string; readonly language: string; readonly words: string };
}

export const letterRecipes: Recipes<LetterPayloads> = {
  'letter.add': (drawing, { title, to }) => {
    const letter = newId(drawing, 'letters', title, 'letter');
    memberOf(drawing.definition, 'letters')[letter] = {
      title: { ...title },
      ...(to && to.length > 0 ? { to: [...to] } : {}),
      subject: { ...title },
      blocks: [],
    };
    return done(drawing, 'edit.letter-add', letter, '', [`letter:${letter}`]);
  },

  'letter.remove': (drawing, { letter }) => {
    const found = letterIn(drawing, letter);
    if (!found.ok) return found;
    const uses = usesOf(drawing.definition, 'letter', letter);
    if (uses.length > 0) return refuse({ code: 'in-use', element: `letter:${letter}`, uses });
    const words = done(drawing, 'edit.letter-remove', letter, '', ['']);
    delete memberOf(drawing.definition, 'letters')[letter];
    return words;
  },

  'letter.to': (drawing, { letter, roles }) => {
    const found = letterIn(drawing, letter);
    if (!found.ok) return found;
    setWords(found.value, 'to', roles);
    return done(drawing, 'edit.letter-to', letter, 'to');
  },

  'letter.via': (drawing, { letter, ways }) => {
    const found = letterIn(drawing, letter);
    if (!found.ok) return found;
    setWords(found.value, 'via', ways);
    return done(drawing, 'edit.letter-via', letter, 'via');
  },

  'letter.owner': (drawing, { letter, role }) => {
    const found = letterIn(drawing, letter);
    if (!found.ok) return found;
    if (role === undefined) delete found.value.owner;
    else found.value.owner = role;
    return done(drawing, 'edit.letter-owner', letter, 'owner');
  },

  'letter.review': (drawing, { letter, day }) => {
    const found = letterIn(drawing, letter);
    if (!found.ok) return found;
    if (day === undefined) delete found.value.reviewBy;
    else found.value.reviewBy = day;
    return done(drawing, 'edit.letter-review', letter, 'reviewBy');
  },

  'letter.records': (drawing, { letter, records }) => {
    const found = letterIn(drawing, letter);
    if (!found.ok) return found;
    setWords(found.value, 'records', records);
    return done(drawing, 'edit.letter-records', letter, 'records');
  },

  'letter.subject': (drawing, { letter, language, words }) => {
    const found = letterIn(drawing, letter);
    if (!found.ok) return found;
    writeWords(memberOf(found.value, 'subject'), language, words);
    return done(drawing, 'edit.letter-subject', letter, `subject ${language}`);
  },
};

type LetterWords = `edit.letter-${'add' | 'remove' | 'to' | 'via' | 'owner' | 'review' | 'records' | 'subject'}`;
type BlockWords = `edit.block-${'add' | 'remove' | 'move' | 'text' | 'tells' | 'when'}` | `edit.variant-${'add' | 'remove' | 'move'}`;

export function letterIn(drawing: Drawing, letter: string): Result<Draft, EditRefusal> {
  const { letters } = drawing.definition;
  const found = isFields(letters) && Object.hasOwn(letters, letter) ? letters[letter] : undefined;
  return isFields(found) ? ok(found) : refuse({ code: 'no-such-element', element: `letter:${letter}` });
}

/** Words in one language; empty words go. */
export function writeWords(text: Draft, language: string, words: string): void {
  if (words === '') delete text[language];
  else text[language] = words;
}

/** What was done to a letter, by the letter's name. */
export function done(
  drawing: Drawing,
  id: LetterWords | BlockWords,
  letter: string,
  part: string,
  chosen?: readonly string[],
): Result<Done, EditRefusal> {
  const title = textOf(fieldsOf(fieldsOf(drawing.definition.letters)[letter]).title);
  const name = Object.keys(title).length > 0 ? title : letter;
  return ok({ words: { id, facts: { name } }, target: `letter:${letter} ${part}`, ...(chosen ? { chosen } : {}) });
}
