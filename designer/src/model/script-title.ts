import type { ScriptTitle, Text } from '@redress/engine';
import { fieldsOf, isText } from './loose-json.ts';

/** The name of a scenario, as far as it has one: plain words, as somebody wrote them, or words in languages, as the shipped ones have them. */
export function scriptTitle(script: unknown): ScriptTitle | undefined {
  const { title } = fieldsOf(script);
  if (typeof title === 'string') return title;
  return isText(title) && Object.keys(title).length > 0 ? title : undefined;
}

/** As the reader sees it: plain words are the same for everybody. */
export const shownTitle = (title: ScriptTitle, text: (words: Text) => string): string => (typeof title === 'string' ? title : text(title));
