import { type Fields, fieldsOf, wordsOf } from '../model/loose-json.ts';
import { sections } from '../model/property-commands.ts';
import { type TabId, tabOf } from '../panel/tab-of.ts';
import { type Length, lengthIn, units } from '../when/length.ts';
import { fullLength } from '../when/length-words.ts';
import type { Change } from './change.ts';
import { factLines, setApart } from './facts.ts';
import { formTold } from './form-words.ts';
import { letterTold } from './letter-words.ts';
import { linesOf } from './lines-of.ts';
import { type Comparing, partIn, type Side, tellingOf } from './named.ts';
import { partFacts } from './part-facts.ts';
import { listedTellers, procedureFacts } from './procedure-facts.ts';
import { tableTold } from './table-words.ts';
import { listTold, renamed, type Teller } from './tellers.ts';

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
    tellers: [
      titleTeller(comparing),
      ...(tellersOf[kind]?.(comparing) ?? []),
      ...(kind === 'decision' ? [tableTeller(id, comparing)] : []),
    ],
    facts: partFacts[kind] ?? [],
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
  ],
  delay: (comparing) => [{ of: [...units, 'until', 'remaining', 'atMost'], tell: (before, after) => lengthTold(before, after, comparing) }],
  letter: (comparing) => [
    {
      of: ['to'],
      tell: (before, after) => listTold('role', [before.to, after.to], { more: 'compare.goes-also', less: 'compare.goes-not' }, comparing),
    },
    { of: ['blocks'], tell: (before, after) => letterTold(before, after, comparing) },
  ],
  service: (comparing) => [
    {
      of: ['discloses'],
      tell: (before, after) =>
        listTold('field', [before.discloses, after.discloses], { more: 'compare.discloses', less: 'compare.discloses-not' }, comparing),
    },
  ],
};

const tableTeller = (id: string, comparing: Comparing): Teller => ({
  of: ['rows', 'inputs', 'outputs', 'otherwise', 'hit'],
  tell: () => tableTold(id, comparing),
});

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

/** "5 to 3 working days", where both count the same. */
function lengthTold(before: Fields, after: Fields, comparing: Comparing): readonly string[] {
  const { say } = comparing;
  const [was, now] = [lengthIn(before), lengthIn(after)];
  const words = { before: fullLength(before, tellingOf(comparing, 'before')), after: fullLength(after, tellingOf(comparing, 'after')) };
  if (words.before === words.after) {
    const formula = (length: Length) => ('formula' in length ? setApart(length.formula) : undefined);
    return factLines(say('tables.formula'), [formula(was), formula(now)], comparing);
  }
  if (was.is === 'plain' && now.is === 'plain' && was.unit === now.unit)
    return [say('compare.length', { from: was.amount, after: words.after })];
  return [say('compare.from-to', words)];
}

/** The procedure itself: what stands beside its steps and parts. */
export function procedureLines({ aspects }: Change, comparing: Comparing): readonly string[] {
  const { before, after } = comparing;
  const tellers: readonly Teller[] = [
    { of: ['title'], tell: (was, now) => renamed(was.title, now.title, comparing) },
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
  ];
  return linesOf(aspects, {
    before,
    after,
    tellers: [...tellers, ...listedTellers(comparing)],
    facts: procedureFacts,
    tabOf: (path) => tabOf(path.replace(/^machine\//, '').split('/')),
    comparing,
  });
}
