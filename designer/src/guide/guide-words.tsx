import { Fragment, type ReactNode } from 'react';
import type { MessageId } from '../language/messages.ts';
import { type Say, useWords, Words } from '../language/words.tsx';
import styles from './guide.module.css';
import type { GuideTask, Named } from './guide-tasks.ts';
import { keysFor } from './key-list.ts';

/** A sentence of a task; what stands on a button is framed as it is there. */
export function GuideSentence({ sentence, names }: { readonly sentence: MessageId; readonly names: Readonly<Record<string, Named>> }) {
  const say = useWords();
  const facts = Object.fromEntries(
    Object.entries(names).map(([name, named]): [string, ReactNode] => [
      name,
      isKeys(named) ? (
        <Keys key={name} keys={keysFor(named.pressed)} />
      ) : (
        <b key={name} className={styles.named}>
          {nameWords(named, say)}
        </b>
      ),
    ]),
  );
  return <Words id={sentence} facts={facts} />;
}

/** Keys as they stand on a keyboard, one of which is pressed. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return keys.map((key, at) => (
    <Fragment key={key}>
      {at > 0 && ' '}
      <kbd lang="en" dir="ltr" className={styles.key}>
        {key}
      </kbd>
    </Fragment>
  ));
}

/** Everything a task says, as text: what is searched. */
export function taskText({ id, steps, seen }: GuideTask, say: Say): string {
  const said = (sentence: MessageId, names: Readonly<Record<string, Named>>) =>
    say(
      sentence,
      Object.fromEntries(
        Object.entries(names).map(([name, named]) => [name, isKeys(named) ? keysFor(named.pressed).join(' ') : nameWords(named, say)]),
      ),
    );
  return [
    say(`guide.${id}.title`),
    say(`guide.${id}.why`),
    ...steps.map(([sentence, names]) => said(sentence, names)),
    ...(seen && id !== 'keys' ? [said(`guide.${id}.seen`, seen)] : []),
  ].join('\n');
}

const isKeys = (named: Named): named is Extract<Named, { readonly pressed: unknown }> => typeof named === 'object' && 'pressed' in named;
const nameWords = (named: Exclude<Named, { readonly pressed: unknown }>, say: Say): string =>
  typeof named === 'string' ? say(named) : say(named[0], named[1]);
