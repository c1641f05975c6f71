import { isolated } from '../language/isolated.ts';
import type { MessageId } from '../language/messages.ts';
import { type Fields, fieldsOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { elementKindOf } from '../model/step-kind.ts';
import { treeOf } from '../model/tree.ts';
import { elementKinds, listed, spokenWay } from '../outline/outline-words.ts';
import { tabOf } from '../panel/tab-of.ts';
import { tagWords } from '../when/clock-words.ts';
import { actionsTold } from './action-lines.ts';
import type { Change } from './change.ts';
import { factLines } from './facts.ts';
import { linesOf } from './lines-of.ts';
import { type Comparing, named, namesOf, type Side } from './named.ts';
import { besides } from './read-procedure.ts';
import { stepFacts } from './step-facts.ts';
import { listTold, renamed, type Teller } from './tellers.ts';

const kinds: Readonly<Record<string, MessageId>> = {
  stage: 'compare.stage',
  tracks: 'compare.tracks',
  history: 'compare.return',
  outcome: 'compare.end',
};

/** What a step is: a stage, an end, or a step. */
export function stepName(id: string, comparing: Comparing, side: Side): string {
  const kind = treeOf(comparing[side]).byId.get(id)?.kind ?? '';
  return comparing.say(kinds[kind] ?? 'compare.step', { name: named('step', id, comparing, side) });
}

/** What a new step is: who does it, what it sends or calls, and every way on. */
export function newStepLines(id: string, comparing: Comparing): readonly string[] {
  const { after: definition, say, text } = comparing;
  const tree = treeOf(definition);
  const element = tree.byId.get(id);
  if (!element) return [];
  const { input } = fieldsOf(fieldsOf(stateIn(id, comparing, 'after')).invoke);
  return [
    ...(element.parent === '' ? [] : [say('compare.moved-into', { stage: named('step', element.parent, comparing) })]),
    ...(element.role === undefined ? [] : [say('compare.role-new', { after: named('role', element.role, comparing) })]),
    ...callLines(fieldsOf(input), comparing),
    ...element.rows.map((row) => spokenWay(definition, tree, row, say, text)),
  ];
}

export function changedStepLines({ element, aspects }: Change, comparing: Comparing): readonly string[] {
  const [before, after] = [stateIn(element, comparing, 'before'), stateIn(element, comparing, 'after')];
  return linesOf(aspects, {
    before,
    after,
    tellers: [...placeTellers(element, aspects, comparing), ...workTellers(comparing), ...moreTellers(comparing)],
    facts: stepFacts,
    tabOf: (path) => tabOf(path.split('/')),
    comparing,
  });
}
const stateIn = (id: string, comparing: Comparing, side: Side): unknown => {
  const at = treeOf(comparing[side]).byId.get(id)?.at;
  return at
    ?.split('/')
    .slice(1)
    .reduce<unknown>((value, key) => fieldsOf(value)[key.replaceAll('~1', '/').replaceAll('~0', '~')], comparing[side]);
};

function placeTellers(element: string, aspects: Change['aspects'], comparing: Comparing): readonly Teller[] {
  const { say, before: old, after: now } = comparing;
  const asked = (path: string) => aspects.find((aspect) => aspect.path === path);
  const kindOf = (definition: object, state: Fields) => elementKindOf(definition, state);
  return [
    { of: ['meta/title'], tell: (before, after) => renamed(fieldsOf(before.meta).title, fieldsOf(after.meta).title, comparing) },
    {
      of: ['type', 'states', 'invoke/src'],
      tell: (before, after) => {
        const [was, kind] = [kindOf(old, before), kindOf(now, after)];
        return kind === was
          ? []
          : factLines(say('compare.kind'), [isolated(say(elementKinds[was].word)), isolated(say(elementKinds[kind].word))], comparing);
      },
    },
    {
      of: ['parent'],
      tell: () => {
        const stage = treeOf(now).byId.get(element)?.parent ?? '';
        return [stage === '' ? say('compare.moved-out') : say('compare.moved-into', { stage: named('step', stage, comparing) })];
      },
    },
    {
      of: ['order'],
      tell: () => {
        const behind = asked('order')?.after;
        if (typeof behind !== 'string') return [];
        return [behind === '' ? say('compare.first') : say('compare.behind', { step: named('step', behind, comparing) })];
      },
    },
  ];
}

function workTellers(comparing: Comparing): readonly Teller[] {
  const inputOf = (state: Fields) => fieldsOf(fieldsOf(state.invoke).input);
  return [
    { of: ['invoke/input/role'], tell: (before, after) => roleLine(wordOf(inputOf(before).role), wordOf(inputOf(after).role), comparing) },
    {
      of: ['invoke/input/excludes'],
      tell: (before, after) =>
        listTold(
          'role',
          [inputOf(before).excludes, inputOf(after).excludes],
          { more: 'compare.kept-away', less: 'compare.not-kept-away' },
          comparing,
        ),
    },
  ];
}

function roleLine(before: string | undefined, after: string | undefined, comparing: Comparing): readonly string[] {
  if (before === after) return [];
  if (after === undefined) return [comparing.say('compare.role-gone')];
  const names = { before: named('role', before ?? '', comparing, 'before'), after: named('role', after, comparing) };
  return [comparing.say(before === undefined || names.before === names.after ? 'compare.role-new' : 'compare.role', names)];
}

/** What a new step sends, calls or hands over to. */
function callLines(input: Fields, comparing: Comparing): readonly string[] {
  const { say, procedureName } = comparing;
  const [letter, service, procedure] = [wordOf(input.letter), wordOf(input.service), wordOf(input.definition)];
  const to = wordsOf(input.to);
  return [
    ...(letter === undefined ? [] : [say('compare.sends', { letter: named('letter', letter, comparing) })]),
    ...(to.length === 0 ? [] : [say('compare.goes-to', { names: namesOf('role', to, comparing) })]),
    ...(service === undefined ? [] : [say('compare.calls', { service: named('service', service, comparing) })]),
    ...(procedure === undefined ? [] : [say('compare.hands-over', { procedure: isolated(procedureName(procedure)) })]),
  ];
}

function moreTellers(comparing: Comparing): readonly Teller[] {
  const { say, text } = comparing;
  const tagsTold = (tags: readonly string[], side: Side) =>
    listed(
      tags.map((tag) => isolated(tagWords(tag, treeOf(comparing[side]), { definition: comparing[side], say, text }))),
      say,
    );
  return [
    {
      of: ['tags'],
      tell: (before, after) => {
        const [more, less] = [besides(wordsOf(after.tags), wordsOf(before.tags)), besides(wordsOf(before.tags), wordsOf(after.tags))];
        return [
          ...(more.length === 0 ? [] : [say('compare.tags-more', { names: tagsTold(more, 'after') })]),
          ...(less.length === 0 ? [] : [say('compare.tags-less', { names: tagsTold(less, 'before') })]),
        ];
      },
    },
    {
      of: ['entry'],
      tell: (before, after) =>
        actionsTold([before.entry, after.entry], { more: 'compare.starts-also', less: 'compare.starts-not' }, comparing),
    },
    {
      of: ['exit'],
      tell: (before, after) => actionsTold([before.exit, after.exit], { more: 'compare.ends-also', less: 'compare.ends-not' }, comparing),
    },
  ];
}
