import { type ReactNode, useState } from 'react';
import { late, useEarly } from '../shell/late.tsx';

export interface DialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons: first the act, then the way back. */
  readonly actions?: ReactNode;
  /** `alertdialog` for what cannot be undone: no way out but an answer. */
  readonly kind?: 'dialog' | 'alertdialog';
  readonly wide?: boolean;
  /** While the answer is on its way nothing closes it. */
  readonly isBusy?: boolean;
}

const DialogWindow = late(async () => (await import('./dialog-window.tsx')).DialogWindow, null);
const mayBeOpened = [DialogWindow];
export const fetchDialog = DialogWindow.ahead;

/** A question in front of the page. Escape closes it, or asks where something is written in it; the focus goes back to what opened it. Its window is fetched once somebody uses the page. */
export function Dialog(props: DialogProps) {
  useEarly(mayBeOpened);
  const [wasOpen, setWasOpen] = useState(props.isOpen);
  if (props.isOpen && !wasOpen) setWasOpen(true);
  return wasOpen ? <DialogWindow {...props} /> : null; // Stays once it was open, so that it can leave calmly.
}
