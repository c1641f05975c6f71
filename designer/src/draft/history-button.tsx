import { History } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useWords } from '../language/words.tsx';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import type { HistoryProps } from './history-changes.tsx';

// Whoever draws seldom looks back.
const HistoryChanges = lazy(async () => ({ default: (await import('./history-changes.tsx')).HistoryChanges }));

/** Who changed what and when, behind a button; each change leads to what was changed. */
export function HistoryButton({ draft, onChoose }: HistoryProps) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={History} kind="quiet" label={say('history.title')} onPress={() => setOpen(true)} />
      <Dialog title={say('history.title')} isOpen={isOpen} onClose={() => setOpen(false)} wide>
        <Suspense fallback={<SkeletonRows rows={4} />}>
          <PartCatalogue of="details">
            <HistoryChanges
              draft={draft}
              onChoose={(id) => {
                setOpen(false);
                onChoose(id);
              }}
            />
          </PartCatalogue>
        </Suspense>
      </Dialog>
    </>
  );
}
