import type { Tone } from '../base/chip.tsx';
import type { MessageId } from '../language/messages.ts';

interface LetterState {
  readonly word: MessageId;
  readonly tone: Tone;
  /** Whether a person may say that he sent it himself. */
  readonly byHand: boolean;
}
const unknown: LetterState = { word: 'letter.state.waiting', tone: 'neutral', byHand: false };
const states: Readonly<Record<string, LetterState>> = {
  waiting: unknown,
  held: { word: 'letter.state.held', tone: 'time', byHand: false },
  written: { word: 'letter.state.written', tone: 'time', byHand: true },
  'to-print': { word: 'letter.state.to-print', tone: 'time', byHand: false },
  dropped: { word: 'letter.state.dropped', tone: 'neutral', byHand: false },
  sent: { word: 'letter.state.sent', tone: 'good', byHand: false },
  trying: { word: 'letter.state.trying', tone: 'time', byHand: true },
  failed: { word: 'letter.state.failed', tone: 'danger', byHand: true },
  inbox: { word: 'letter.state.inbox', tone: 'good', byHand: false },
};

/** How a letter stands. An unknown word of the server reads as waiting: never as sent. */
export const letterState = (state: string): LetterState => states[state] ?? unknown;
