import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useStore } from 'zustand';
import { Button } from '../base/button.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useWords } from '../language/words.tsx';
import type { DesignDocument } from '../model/document.ts';
import { stillThere } from '../model/selection.ts';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import { readDraftHistory } from '../server/procedures.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { type HistoryLine, historyGroups, unsavedLines } from './draft-history.ts';
import styles from './history.module.css';
import { HistoryPart } from './history-lines.tsx';
import type { OpenDraft } from './use-draft.ts';

export interface HistoryProps {
  readonly draft: OpenDraft;
  readonly onChoose: (id: string) => void;
}

const groupsAtOnce = 30;

/** What was changed, the latest first: what is not saved yet stands above it. */
export function HistoryChanges({ draft, onChoose }: HistoryProps) {
  const say = useWords();
  const { messages } = useIntl();
  const [shown, setShown] = useState(groupsAtOnce);
  const savedAt = useStore(draft.link.store, (state) => state.savedAt ?? '');
  const pending = useStore(draft.editor.store, (state) => state.pending);
  const query = useQuery({
    queryKey: keys.draftHistory(draft.id, savedAt),
    queryFn: async () => answerOf(await readDraftHistory(draft.id)),
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const document = useStore(draft.editor.store, (state) => state.document);
  const way = { elementOf: (line: HistoryLine) => drawnElement(document, line), onChoose };
  const unsaved = unsavedLines(pending);
  const groups = historyGroups(query.data?.saves ?? [], (id) => id in messages);
  return (
    <div className={styles.history}>
      {unsaved.length > 0 && <HistoryPart group={{ key: 'unsaved', lines: unsaved }} way={way} />}
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />}
      {groups.slice(0, shown).map((group) => (
        <HistoryPart key={group.key} group={group} way={way} />
      ))}
      {groups.length > shown ? (
        <div>
          <Button onPress={() => setShown(shown + groupsAtOnce)}>{say('history.more')}</Button>
        </div>
      ) : (
        query.data && (
          <p className={styles.end}>
            {say(groups.length === 0 && unsaved.length === 0 ? 'history.nothing' : query.data.complete ? 'history.begin' : 'history.cut')}
          </p>
        )
      )}
    </div>
  );
}

/** Scenarios and written reasons are not drawn: they are seen where the draft is tried out. */
function drawnElement(document: DesignDocument, { elements }: HistoryLine): string | undefined {
  const drawn = elements.filter((id) => id !== '' && !/^(scenario|gap):/.test(id));
  return stillThere(
    document,
    drawn.map((id) => (id.startsWith('layout:') ? id.slice('layout:'.length) : id)),
  )[0];
}
