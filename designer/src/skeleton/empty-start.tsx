import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../language/words.tsx';
import type { Editor } from '../model/editor.ts';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import { isUntouched } from '../model/skeleton-commands.ts';
import { treeOf } from '../model/tree.ts';
import type { OutlineActs } from '../outline/outline-acts.ts';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { useSession } from '../shell/session.tsx';

const FourQuestions = lazy(async () => ({ default: (await import('./four-questions.tsx')).FourQuestions }));

/** Who rather began with an empty map is not asked again while the draft is open, in whatever view. */
const declined = new WeakSet<Editor>();

/** Whether there is nothing to see yet and the questions stand in its place; `decline` shows the empty map. */
export function useEmptyStart(editor: Editor, acts: OutlineActs) {
  const [, look] = useState(0);
  const untouched = useStore(editor.store, ({ document }) => isUntouched(document.definition));
  return {
    asks: acts.mayDraw && untouched && !declined.has(editor),
    decline: () => {
      declined.add(editor);
      look((before) => before + 1);
    },
  };
}

/** Calls until it says that it is done: what was drawn is there a few frames later. */
export function soon(done: () => boolean, framesMost = 120): void {
  requestAnimationFrame(() => {
    if (!done() && framesMost > 0) soon(done, framesMost - 1);
  });
}

/** The four questions in the place of an empty map. `onBegin` is called with the first step, of what was drawn or of the empty map. */
export function EmptyStart({
  editor,
  acts,
  onBegin,
  onEmpty,
}: {
  readonly editor: Editor;
  readonly acts: OutlineActs;
  readonly onBegin: (step: string) => void;
  readonly onEmpty: () => void;
}) {
  const say = useWords();
  const { organisation } = useSession();
  const { definition } = editor.store.getState().document;
  return (
    <Suspense>
      <PartCatalogue of="details">
        <FourQuestions
          languages={wordsOf(fieldsOf(definition).languages)}
          organisation={organisation}
          onDraw={(drawn) => {
            const [first] = acts.act({ name: 'skeleton.draw', payload: { drawn } }) ?? [];
            if (first !== undefined) onBegin(first);
          }}
          onEmpty={() => {
            onEmpty();
            acts.tell(say('skeleton.emptied'));
            onBegin(treeOf(definition).start ?? '');
          }}
        />
      </PartCatalogue>
    </Suspense>
  );
}
