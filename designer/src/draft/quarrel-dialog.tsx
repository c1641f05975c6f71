import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import type { OpenDraft } from './use-draft.ts';

// Most people never meet in one place.
const QuarrelQuestion = lazy(async () => ({ default: (await import('./quarrel-question.tsx')).QuarrelQuestion }));

/** Asks where two people changed the same, and only then. */
export function QuarrelDialog({ draft }: { readonly draft: OpenDraft }) {
  const isAsked = useStore(draft.link.store, ({ quarrels }) => quarrels.length > 0);
  return isAsked ? (
    <Suspense>
      <PartCatalogue of="details" waiting={null}>
        <QuarrelQuestion draft={draft} />
      </PartCatalogue>
    </Suspense>
  ) : null;
}
