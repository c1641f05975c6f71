import { meanings } from '@redress/definitions';
import type { MessageId } from '../language/messages.ts';
import type { ClockPart } from '../model/clock-commands.ts';
import { type Fields, fieldsOf, listOf, textOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { stepsByTag } from '../model/step-tags.ts';
import type { ProcedureTree } from '../model/tree.ts';
import { listed, nameOf } from '../outline/outline-words.ts';
import { fullLength, type Telling } from './length-words.ts';

/** Whose move it is, as something that lasts. */
const waits: Readonly<Record<string, MessageId>> = {
  'wait:complainant': 'when.wait.complainant',
  'wait:provider': 'when.wait.provider',
  'wait:customer': 'when.wait.customer',
  'wait:organisation': 'when.wait.organisation',
};

/** What a mark on a step means, in words; a mark that nobody knows by the steps that carry it. */
export function tagWords(tag: string, tree: ProcedureTree, telling: Telling): string {
  const waiting = waits[tag];
  if (waiting) return telling.say(waiting);
  const known = telling.text(meanings.tags.get(tag)?.title);
  if (known !== '') return known;
  const steps = (stepsByTag(telling.definition).get(tag) ?? []).map((id) => nameOf(tree.byId.get(id), telling.say, telling.text));
  return steps.length > 0 ? listed(steps, telling.say) : tag.slice(tag.indexOf(':') + 1);
}

/** What a clock can start, stop or rest with: the marks of the steps in their order, with the steps; and what is chosen already. */
export function tagChoices(
  clock: Fields,
  part: ClockPart,
  tree: ProcedureTree,
  telling: Telling,
): readonly { readonly id: string; readonly name: string; readonly note: string }[] {
  const steps = stepsByTag(telling.definition);
  const chosen = wordsOf(clock[part]);
  const fits = (tag: string) => !tag.startsWith('outcome:') && (part === 'pausesIn' || !tag.startsWith('wait:'));
  const all = [...new Set([...[...steps.keys()].filter(fits), ...chosen])];
  return all.map((tag) => {
    const names = (steps.get(tag) ?? []).map((id) => nameOf(tree.byId.get(id), telling.say, telling.text));
    return {
      id: tag,
      name: tagWords(tag, tree, telling),
      note: names.length > 0 ? listed(names, telling.say) : telling.say('when.no-such-step'),
    };
  });
}

/** A clock in one sentence: when it starts, stops and rests, when it warns, how long it has. */
export function clockSentence(clock: Fields, tree: ProcedureTree, telling: Telling, percent: (share: number) => string): string {
  const { definition, say } = telling;
  const named = (part: ClockPart) =>
    wordsOf(clock[part])
      .map((tag) => say('when.quoted', { words: tagWords(tag, tree, telling) }))
      .join(say('when.or'));
  const limit = fieldsOf(fieldsOf(definition).delays)[wordOf(clock.limit) ?? ''];
  const warns = listOf(clock.warnAt).filter((share) => typeof share === 'number');
  const parts = [
    ...(named('starts') === '' ? [] : [say('when.says.starts', { tags: named('starts') })]),
    ...(named('stops') === '' ? [] : [say('when.says.stops', { tags: named('stops') })]),
    ...(named('pausesIn') === '' ? [] : [say('when.says.rests', { tags: named('pausesIn') })]),
    ...(warns.length === 0 ? [] : [say('when.says.warns', { shares: listed(warns.map(percent), say) })]),
    ...(limit === undefined ? [] : [say('when.says.due', { length: fullLength(fieldsOf(limit), telling) })]),
  ];
  return parts.length === 0 ? '' : say('when.says', { parts: listed(parts, say) });
}

/** What a clock is called. */
export const clockName = (id: string, { definition, text }: Telling): string =>
  text(textOf(fieldsOf(fieldsOf(fieldsOf(definition).clocks)[id]).title)) || id;
