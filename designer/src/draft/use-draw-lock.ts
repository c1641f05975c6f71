import { useStore } from 'zustand';
import type { MessageId } from '../language/messages.ts';
import type { DefinitionState } from '../server/shapes/definitions.ts';
import { holdsRight, useSession } from '../shell/session.tsx';
import type { OpenDraft } from './use-draft.ts';

const locks: Readonly<Record<DefinitionState, MessageId | undefined>> = {
  draft: undefined,
  submitted: 'review.locked',
  approved: 'review.locked-approved',
  published: 'review.locked-published',
  retired: 'review.locked-published',
};

/** Why the reader may not change what is drawn, in words; nothing for process owners, as long as it is not in review or approved. */
export function useDrawLock({ link }: Pick<OpenDraft, 'link'>): MessageId | undefined {
  const owns = holdsRight(useSession(), 'process-owner');
  const state = useStore(link.store, ({ facts }) => facts?.state ?? 'draft');
  if (!owns) return 'draft.only-look';
  return locks[state];
}
