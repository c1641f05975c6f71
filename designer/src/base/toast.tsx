import { useSyncExternalStore } from 'react';
import { late, useEarly } from '../shell/late.tsx';

export interface Confirmation {
  readonly words: string;
  readonly action?: { readonly name: string; readonly run: () => void } | undefined;
}

/** A quiet confirmation of something done. What went wrong belongs beside its cause, never here. */
export function confirm(words: string, action?: Confirmation['action']): void {
  waiting.push({ words, action });
  said += 1;
  for (const tell of hearers) tell();
}

/** What was confirmed and is not shown yet; whoever takes it shows it. */
export const takeConfirmations = (): readonly Confirmation[] => waiting.splice(0);

const waiting: Confirmation[] = [];
const hearers = new Set<() => void>();
let said = 0;

const hear = (tell: () => void) => {
  hearers.add(tell);
  return () => void hearers.delete(tell);
};

const ToastRegion = late(async () => (await import('./toast-region.tsx')).ToastRegion, null);
const mayBeShown = [ToastRegion];
export const fetchToasts = ToastRegion.ahead;

/** Where confirmations stand: there from the first one on, fetched once somebody uses the page. */
export function Toasts() {
  useEarly(mayBeShown);
  const count = useSyncExternalStore(hear, () => said);
  return count === 0 ? null : <ToastRegion said={count} />;
}
