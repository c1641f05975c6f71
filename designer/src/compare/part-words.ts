import { isolated } from '../language/isolated.ts';
import { toldName } from '../letters-editor/told-words.ts';
import { type Fields, fieldsOf, listOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { sections } from '../model/property-commands.ts';
import { treeOf } from '../model/tree.ts';
import { listed } from '../outline/outline-words.ts';
import { type TabId, tabOf } from '../panel/tab-of.ts';
import { clockSentence } from '../when/clock-words.ts';
import { lengthIn } from '../when/length.ts';
import { fullLength } from '../when/length-words.ts';
import { alike } from './aspects.ts';
import type { Change } from './change.ts';
import { type Comparing, named, partIn, type Side, tellingOf } from './named.ts';
import { besides } from './read-procedure.ts';
import { languageName, linesOf, listTold, renamed, type Teller } from './tellers.ts';

const tabOfPart: Readonly<Record<string, TabId>> = {
  role: 'who',
  field: 'data',
  form: 'data',
  decision: 'data',
  delay: 'when',
  clock: 'when',
  letter: 'letters',
  service: 'letters',
};

export function changedPartLines({ element, aspects }: Change, comparing: Comparing): readonly string[] {
  const { kind = '', id = '' } = partIn(element) ?? {};
  const section = Object.entries(sections).find(([word]) => word === kind)?.[1] ?? '';
  const member = (side: Side) => fieldsOf(fieldsOf(comparing[side])[section])[id];
  return linesOf(aspects, {
    before: member('before'),
    after: member('after'),
    tellers: [titleTeller(comparing), ...(tellersOf[kind]?.(comparing) ?? [])],
    tabOf: (path) => tabOfPart[kind] ?? tabOf(path.split('/')),
    comparing,
  });
}

const titleTeller = (comparing: Comparing): Teller => ({
  of: ['title', 'label'],
  tell: (before, after) => renamed(before.title ?? before.label, after.title ?? after.label, comparing),
});

const tellersOf: Readonly<Record<string, (comparing: Comparing) => readonly Teller[]>> = {
  field: (comparing) => [
    { of: ['visibleTo'], tell: (before, after) => readersTold(before, after, comparing) },
    {
      of: ['personal'],
      tell: (_before, { personal }) => [
        comparing.say(personal === undefined ? 'compare.not-personal' : personal === 'special' ? 'compare.special' : 'compare.personal'),
      ],
    },
  ],
  form: (comparing) => [{ of: ['sections'], tell: (before, after) => formTold(before, after, comparing) }],
  event: (comparing) => [
    {
      of: ['by'],
      tell: (before, after) =>
        listTold('role', [before.by, after.by], { more: 'compare.pressed-more', less: 'compare.pressed-less' }, comparing),
    },
    {
      of: ['form'],
      tell: (_before, { form }) => [
        typeof form === 'string'
          ? comparing.say('compare.form', { form: named('form', form, comparing) })
          : comparing.say('compare.form-gone'),
      ],
    },
  ],
  delay: (comparing) => [{ of: [''], tell: (before, after) => lengthTold(before, after, comparing) }],
  clock: (comparing) => [
    { of: ['limit', 'starts', 'stops', 'pausesIn', 'warnAt'], tell: (before, after) => clockTold(before, after, comparing) },
  ],
  letter: (comparing) => [
    {
      of: ['to'],
      tell: (before, after) => listTold('role', [before.to, after.to], { more: 'compare.goes-also', less: 'compare.goes-not' }, comparing),
    },
    { of: ['blocks', 'subject'], tell: (before, after) => letterTold(before, after, comparing) },
  ],
  decision: (comparing) => [{ of: ['rows', 'inputs', 'outputs', 'otherwise', 'hit'], tell: () => [comparing.say('compare.table')] }],
  service: (comparing) => [
    {
      of: ['discloses'],
      tell: (before, after) =>
        listTold('field', [before.discloses, after.discloses], { more: 'compare.discloses', less: 'compare.discloses-not' }, comparing),
    },
  ],
};

function readersTold(before: Fields, after: Fields, comparing: Comparing): readonly string[] {
  const readers = (field: Fields, side: Side) =>
    Array.isArray(field.visibleTo)
      ? wordsOf(field.visibleTo)
      : Object.entries(fieldsOf(fieldsOf(comparing[side]).roles)).flatMap(([id, role]) =>
          fieldsOf(role).party === 'organisation' ? [id] : [],
        );
  return listTold(
    'role',
    [readers(before, 'before'), readers(after, 'after')],
    { more: 'compare.read-by', less: 'compare.not-read-by' },
    comparing,
  );
}

/** What a form asks, what it no longer asks, and what of it must be answered. */
function formTold(before: Fields, after: Fields, comparing: Comparing): readonly string[] {
  const lines = (form: Fields) =>
    listOf(form.sections)
      .flatMap((section) => listOf(fieldsOf(section).fields))
      .map(fieldsOf);
  const asked = (form: Fields) => lines(form).flatMap(({ field }) => wordOf(field) ?? []);
  const required = (form: Fields) => lines(form).flatMap(({ field, required: must }) => (must === true ? (wordOf(field) ?? []) : []));
  const both = asked(before).filter((field) => asked(after).includes(field));
  const inBoth = (form: Fields) => required(form).filter((field) => both.includes(field));
  return [
    ...listTold('field', [asked(before), asked(after)], { more: 'compare.asks', less: 'compare.asks-not' }, comparing),
    ...listTold('field', [inBoth(before), inBoth(after)], { more: 'compare.required', less: 'compare.not-required' }, comparing),
  ];
}

/** "5 to 3 working days", where both count the same. */
function lengthTold({ title: _one, ...before }: Fields, { title: _other, ...after }: Fields, comparing: Comparing): readonly string[] {
  if (alike(before, after)) return [];
  const { say } = comparing;
  const [was, now] = [lengthIn(before), lengthIn(after)];
  const words = { before: fullLength(before, tellingOf(comparing, 'before')), after: fullLength(after, tellingOf(comparing, 'after')) };
  if (words.before === words.after) return [];
  if (was.is === 'plain' && now.is === 'plain' && was.unit === now.unit)
    return [say('compare.length', { from: was.amount, after: words.after })];
  return [say('compare.from-to', words)];
}

function clockTold(before: Fields, after: Fields, comparing: Comparing): readonly string[] {
  const percent = (share: number) => comparing.say('compare.percent', { share: share / 100 });
  const sentence = (clock: Fields, side: Side) => clockSentence(clock, treeOf(comparing[side]), tellingOf(comparing, side), percent);
  const [was, now] = [sentence(before, 'before'), sentence(after, 'after')];
  return was === now || now === '' ? [] : [comparing.say('compare.clock-now', { sentence: now })];
}

function letterTold(before: Fields, after: Fields, comparing: Comparing): readonly string[] {
  const { say } = comparing;
  const tells = ({ blocks }: Fields) => [...new Set(listOf(blocks).flatMap((block) => wordsOf(fieldsOf(block).tells)))];
  const names = (words: readonly string[]) =>
    listed(
      words.map((word) => isolated(toldName(word, say))),
      say,
    );
  const [more, less] = [besides(tells(after), tells(before)), besides(tells(before), tells(after))];
  return [
    ...(more.length === 0 ? [] : [say('compare.tells', { names: names(more) })]),
    ...(less.length === 0 ? [] : [say('compare.tells-not', { names: names(less) })]),
    say('compare.letter-text'),
  ];
}

/** The procedure itself: what stands beside its steps and parts. */
export function procedureLines({ aspects }: Change, comparing: Comparing): readonly string[] {
  const { before, after, say } = comparing;
  const tellers: readonly Teller[] = [
    { of: ['title'], tell: (was, now) => renamed(was.title, now.title, comparing) },
    {
      of: ['languages'],
      tell: (_was, { languages }) => [
        say('compare.languages', {
          names: listed(
            wordsOf(languages).map((word) => languageName(word, say)),
            say,
          ),
        }),
      ],
    },
    {
      of: ['start/by'],
      tell: (was, now) =>
        listTold(
          'role',
          [fieldsOf(was.start).by, fieldsOf(now.start).by],
          { more: 'compare.begun-by', less: 'compare.not-begun-by' },
          comparing,
        ),
    },
    {
      of: ['start/form'],
      tell: (_was, { start }) => {
        const form = wordOf(fieldsOf(start).form);
        return form === undefined ? [] : [say('compare.begun-with', { form: named('form', form, comparing) })];
      },
    },
    {
      of: ['machine/initial'],
      tell: (_was, { machine }) => {
        const initial = wordOf(fieldsOf(machine).initial);
        return initial === undefined ? [] : [say('compare.begins', { step: named('step', initial, comparing) })];
      },
    },
  ];
  return linesOf(aspects, { before, after, tellers, tabOf: (path) => tabOf(path.replace(/^machine\//, '').split('/')), comparing });
}
