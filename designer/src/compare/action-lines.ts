import { actionOf } from '../actions-editor/action-sorts.ts';
import { actionWords } from '../actions-editor/action-words.ts';
import type { MessageId } from '../language/messages.ts';
import { listOf, wordOf } from '../model/loose-json.ts';
import { alike } from './aspects.ts';
import { asValues, asWritten, chosen } from './fact-values.ts';
import { type Fact, fact, factTellers } from './facts.ts';
import { type Comparing, type Side, tellingOf } from './named.ts';

/** What is done by itself and was not, and the other way round; of what is done otherwise than before, what of it. */
export function actionsTold(
  [before, after]: readonly [unknown, unknown],
  words: { readonly more: MessageId; readonly less: MessageId },
  comparing: Comparing,
): readonly string[] {
  const { say } = comparing;
  const without = (one: unknown, other: unknown) => listOf(one).filter((action) => !listOf(other).some((each) => alike(action, each)));
  const said = (actions: readonly unknown[], side: Side) =>
    actions.map((action) => ({ action, words: actionWords(action, tellingOf(comparing, side)) }));
  const [more, less] = [said(without(after, before), 'after'), said(without(before, after), 'before')];
  // What says the same differs in what its sentence leaves out.
  const otherwise = more.flatMap((now) => {
    const was = less.find((each) => each.words === now.words);
    return was ? detailLines(was.action, now.action, comparing).map((what) => say('compare.of', { name: now.words, what })) : [];
  });
  const unlike = (those: typeof more, others: typeof more) => those.filter((one) => !others.some((other) => other.words === one.words));
  return [
    ...unlike(more, less).map((one) => say(words.more, { action: one.words })),
    ...unlike(less, more).map((one) => say(words.less, { action: one.words })),
    ...otherwise,
    ...(more.length + less.length === 0 && !alike(listOf(before), listOf(after)) ? [say('compare.actions-order')] : []),
  ];
}

/** What the sentence of an action does not say. */
const details: readonly Fact[] = [
  fact('data', 'actions.field.data', asValues),
  fact('with', 'actions.field.with', asValues),
  fact('to', 'actions.field.receiver', (value, seen) => asWritten(wordOf(value)?.replace(/^=\s*/, ''), seen)),
  fact('link', 'actions.field.link', chosen({ follows: 'actions.link.follows', relates: 'actions.link.relates' }, 'actions.link.follows')),
];
const detailLines = (before: unknown, after: unknown, comparing: Comparing): readonly string[] => {
  const [was, now] = [actionOf(before), actionOf(after)];
  const lines = was && now ? factTellers(details, comparing).flatMap(({ tell }) => tell(was.params, now.params)) : [];
  return lines.length > 0 ? lines : [comparing.say('compare.technical')];
};
