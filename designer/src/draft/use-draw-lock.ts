import { useStore } from 'zustand';
import type { MessageId } from '../language/messages.ts';
import { holdsRight, useSession } from '../shell/session.tsx';
import type { OpenDraft } from './use-draft.ts';

/** Why the reader may not change what is drawn, in words; nothing for process owners, as long as it is not in review or approved. */
export function useDrawLock({ link }: Pick<OpenDraft, 'link'>): MessageId | undefined {
  const owns = holdsRight(useSession(), 'process-owner');
  const state = useStore(link.store, ({ facts }) => facts?.state ?? 'draft');
  if (!owns) return 'draft.only-look';
  return state === 'draft' ? undefined : state === 'approved' ? 'review.locked-approved' : 'review.locked';
}
