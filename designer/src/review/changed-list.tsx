import type { JsonObject } from '@redress/engine';
import { useQuery } from '@tanstack/react-query';
import { useStore } from 'zustand';
import { useDates } from '../calendar/use-dates.ts';
import { authorsOf } from '../compare/authors.ts';
import type { Change } from '../compare/change.ts';
import { ChangeItem } from '../compare/change-item.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { isolated } from '../language/isolated.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { readDraftHistory } from '../server/procedures.ts';
import styles from './review.module.css';

/** What differs and since when, each with who did it last and when. */
export function ChangedList({
  draft,
  changes,
  since,
  before,
  after,
  chosen,
  onChoose,
}: {
  readonly draft: OpenDraft;
  readonly changes: readonly Change[];
  /** In words: no changes since a draft was sent back are not none at all. */
  readonly since: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly chosen: string;
  readonly onChoose: (element: string) => void;
}) {
  const say = useWords();
  const dates = useDates();
  const savedAt = useStore(draft.link.store, (state) => state.savedAt ?? '');
  const history = useQuery({
    queryKey: keys.draftHistory(draft.id, savedAt),
    queryFn: async () => answerOf(await readDraftHistory(draft.id)),
    placeholderData: (last) => last,
  });
  const authors = authorsOf(changes, history.data?.saves ?? []);
  const people = [...new Set([...authors.values()].flatMap(({ person }) => (person ? [person.name] : [])))];
  return (
    <section className={`${styles.part} ${styles.listed}`}>
      <h2>{say('review.changes')}</h2>
      <p className={styles.quiet}>
        {since} ·{' '}
        {people.length === 0
          ? say('review.changes-count', { count: changes.length })
          : say('review.changes-by', { count: changes.length, people: people.map(isolated).join(say('list.separator')) })}
      </p>
      <ul className={styles.changes}>
        {changes.map((change) => {
          const author = authors.get(change);
          return (
            <ChangeItem
              key={`${change.kind} ${change.element}`}
              change={change}
              before={before}
              after={after}
              isChosen={change.element === chosen}
              note={
                author &&
                say('review.by', { name: isolated(author.person?.name ?? say('review.person-unknown')), at: dates.date(author.at) })
              }
              onChoose={onChoose}
            />
          );
        })}
      </ul>
    </section>
  );
}
