import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useStore } from 'zustand';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import { editWords, redoWords, undoWords } from '../model/edit-words.ts';
import { stillThere } from '../model/selection.ts';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import { readDraftHistory } from '../server/procedures.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { type HistoryGroup, type HistoryLine, historyGroups, unsavedLines } from './draft-history.ts';
import styles from './history.module.css';
import type { OpenDraft } from './use-draft.ts';

interface HistoryProps {
  readonly draft: OpenDraft;
  readonly onChoose: (id: string) => void;
}

/** Who changed what and when, behind a button; each change leads to what was changed. */
export function HistoryButton({ draft, onChoose }: HistoryProps) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={History} kind="quiet" label={say('history.title')} onPress={() => setOpen(true)} />
      <Dialog title={say('history.title')} isOpen={isOpen} onClose={() => setOpen(false)} wide>
        <Changes
          draft={draft}
          onChoose={(id) => {
            setOpen(false);
            onChoose(id);
          }}
        />
      </Dialog>
    </>
  );
}

const groupsAtOnce = 30;

function Changes({ draft, onChoose }: HistoryProps) {
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
  const unsaved = unsavedLines(pending);
  const groups = historyGroups(query.data?.saves ?? [], (id) => id in messages);
  return (
    <div className={styles.history}>
      {unsaved.length > 0 && <Group group={{ key: 'unsaved', lines: unsaved }} draft={draft} onChoose={onChoose} />}
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />}
      {groups.slice(0, shown).map((group) => (
        <Group key={group.key} group={group} draft={draft} onChoose={onChoose} />
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

function Group({ group, draft, onChoose }: HistoryProps & { readonly group: HistoryGroup }) {
  const say = useWords();
  const dates = useDates();
  const { person, at, lines } = group;
  return (
    <section className={styles.group}>
      <h3>
        <bdi dir="auto">{at === undefined ? say('history.unsaved') : (person ?? say('draft.somebody'))}</bdi>
        {at !== undefined && <time dateTime={at}>{dates.moment(at)}</time>}
      </h3>
      <ul>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place; a group that grows is drawn anew.
          <Line key={index} line={line} draft={draft} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, draft, onChoose }: HistoryProps & { readonly line: HistoryLine }) {
  const say = useWords();
  const text = useText();
  const document = useStore(draft.editor.store, (state) => state.document);
  const words = { edit: editWords, undo: undoWords, redo: redoWords }[line.act](line.words, say, text);
  // Scenarios and written reasons are not drawn: they are seen where the draft is tried out.
  const drawn = line.elements.filter((id) => id !== '' && !/^(scenario|gap):/.test(id));
  const named = drawn.map((id) => (id.startsWith('layout:') ? id.slice('layout:'.length) : id));
  const [element] = stillThere(document, named);
  return (
    <li>
      {element === undefined ? (
        <span>{words}</span>
      ) : (
        <Button kind="link" onPress={() => onChoose(element)}>
          {words}
        </Button>
      )}
    </li>
  );
}
