import { Download } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useWords } from '../language/words.tsx';
import type { DesignDocument } from '../model/document.ts';

// Making files takes the engine, which nobody needs to draw.
const SaveKinds = lazy(async () => ({ default: (await import('./save-kinds.tsx')).SaveKinds }));

/** Whoever may read a draft may take it away: to open it elsewhere, or to run it in another system. */
export function SaveButton({ document }: { readonly document: DesignDocument }) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={Download} kind="quiet" label={say('exchange.save')} onPress={() => setOpen(true)} />
      <Dialog title={say('exchange.save')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Suspense fallback={<SkeletonRows rows={4} />}>
          <SaveKinds document={document} />
        </Suspense>
      </Dialog>
    </>
  );
}
