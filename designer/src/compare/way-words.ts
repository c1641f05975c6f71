import { conditionWords } from '../conditions/condition-words.ts';
import { isolated } from '../language/isolated.ts';
import { type Fields, fieldsOf, isFields } from '../model/loose-json.ts';
import { targetsOf } from '../model/rows.ts';
import { type TreeRow, treeOf } from '../model/tree.ts';
import { tabOf } from '../panel/tab-of.ts';
import { momentWords } from '../when/length-words.ts';
import { actionsTold } from './action-lines.ts';
import type { Change } from './change.ts';
import { linesOf } from './lines-of.ts';
import { about, type Comparing, named, namesOf, type Side, tellingOf, wayAt, wayName, writtenWayAt } from './named.ts';
import { wayFacts } from './step-facts.ts';
import { renamed, type Teller } from './tellers.ts';

interface Told {
  readonly head: string;
  readonly lines: readonly string[];
}

/** A way that came or went: where a case can go now, or not any more; another way to where one led already by its name. */
export function oneSidedWay({ kind, element, step = '' }: Change, comparing: Comparing): Told {
  const side: Side = kind === 'added' ? 'after' : 'before';
  const other: Side = kind === 'added' ? 'before' : 'after';
  const { say } = comparing;
  const row = wayAt(element, comparing, side);
  const name = about(element, comparing, side);
  const isNew = row !== undefined && row.to.length > 0 && !row.to.some((to) => leads(step, to, comparing, other));
  if (!isNew) {
    const head = say(kind === 'added' ? 'compare.way-added' : 'compare.way-removed', { way: name });
    return { head, lines: row ? detailLines(row, element, comparing, side) : [] };
  }
  const facts = { to: namesOf('step', row.to, comparing, side), step: step === '' ? '' : named('step', step, comparing, side) };
  const where = step === '' ? 'any-time' : 'after';
  const head = say(kind === 'added' ? `compare.can-go-${where}` : `compare.cannot-go-${where}`, facts);
  return {
    head,
    lines: [
      say('compare.by-way', { way: isolated(wayName(element, comparing, side)) }),
      ...detailLines(row, element, comparing, side, true),
    ],
  };
}

/** Whether a case could go there from this step already, or still can. */
export const leads = (step: string, to: string, comparing: Comparing, side: Side): boolean => {
  const tree = treeOf(comparing[side]);
  const rows = step === '' ? tree.rows : (tree.byId.get(step)?.rows ?? []);
  return rows.some((row) => row.to.includes(to));
};

function detailLines(row: TreeRow, element: string, comparing: Comparing, side: Side, isToTold = false): readonly string[] {
  const { say } = comparing;
  const written = writtenWayAt(element, comparing, side);
  const actions =
    side === 'after' ? actionsTold([[], written?.actions], { more: 'compare.way-also', less: 'compare.way-not' }, comparing) : [];
  return [
    ...(isToTold || row.to.length === 0
      ? []
      : [say(side === 'after' ? 'compare.leads-now' : 'compare.led', { after: namesOf('step', row.to, comparing, side) })]),
    ...(row.condition === undefined ? [] : [say('compare.only-if', { condition: conditionIn(row.condition, comparing, side) })]),
    ...actions,
  ];
}

const conditionIn = (condition: unknown, comparing: Comparing, side: Side): string =>
  conditionWords(comparing[side], condition, comparing.say, comparing.text, comparing.written);

/** The way as it was, of one that is told by where it stands now. */
export function changedWayLines({ element, aspects }: Change, before: Fields, comparing: Comparing): readonly string[] {
  const after = writtenWayAt(element, comparing, 'after') ?? {};
  return linesOf(aspects, {
    before,
    after,
    tellers: tellersOf(aspects, comparing),
    facts: wayFacts,
    tabOf: (path) => tabOf(path.split('/')),
    comparing,
  });
}

function tellersOf(aspects: Change['aspects'], comparing: Comparing): readonly Teller[] {
  const { say } = comparing;
  const asked = (path: string) => aspects.find((aspect) => aspect.path === path);
  return [
    { of: ['meta/title'], tell: (before, after) => renamed(fieldsOf(before.meta).title, fieldsOf(after.meta).title, comparing) },
    { of: ['target'], tell: (before, after) => targetLine(targetsOf(before), targetsOf(after), comparing) },
    { of: ['guard'], tell: (before, after) => conditionLine(conditionOf(before), conditionOf(after), comparing) },
    {
      of: ['delay'],
      tell: () => {
        const { before, after } = asked('delay') ?? {};
        const words = (delay: unknown, side: Side) => momentWords(String(delay), tellingOf(comparing, side));
        return [say('compare.was', { before: words(before, 'before'), after: words(after, 'after') })];
      },
    },
    {
      of: ['actions'],
      tell: (before, after) =>
        actionsTold([before.actions, after.actions], { more: 'compare.way-also', less: 'compare.way-not' }, comparing),
    },
    {
      of: ['order'],
      tell: () => {
        const { before, after } = asked('order') ?? {};
        return typeof before === 'number' && typeof after === 'number' ? [say('compare.tried', { before, after })] : [];
      },
    },
  ];
}

function targetLine(before: readonly string[], after: readonly string[], comparing: Comparing): readonly string[] {
  const { say } = comparing;
  const names = { before: namesOf('step', before, comparing, 'before'), after: namesOf('step', after, comparing) };
  if (after.length === 0) return [say('compare.leads-not', names)];
  if (names.before === names.after) return [say('compare.leads-same', names)];
  return [say(before.length === 0 ? 'compare.leads-now' : 'compare.leads', names)];
}

const conditionOf = ({ guard }: Fields): unknown => (isFields(guard) ? (guard.params ?? guard) : guard);

function conditionLine(before: unknown, after: unknown, comparing: Comparing): readonly string[] {
  const { say } = comparing;
  if (after === undefined) return [say('compare.unconditional')];
  const condition = conditionIn(after, comparing, 'after');
  if (before === undefined) return [say('compare.only-if', { condition })];
  return [say('compare.only-if-now', { condition, before: conditionIn(before, comparing, 'before') })];
}
