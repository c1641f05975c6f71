import { Check, Cog, CornerUpRight, Hourglass, type LucideIcon, Mail, Scale, Split, SquareStack, Undo2, UserRound, X } from 'lucide-react';
import type { MessageId } from '../language/messages.ts';
import type { CardKind } from '../model/step-kind.ts';

/** Kind of step as icon and word; the silhouette is in the style sheet. Colour is never alone. */
export const cardKinds: Readonly<Record<CardKind, { readonly icon: typeof Check; readonly word: MessageId }>> = {
  task: { icon: UserRound, word: 'chart.kind.task' },
  wait: { icon: Hourglass, word: 'chart.kind.wait' },
  decision: { icon: Split, word: 'chart.kind.decision' },
  automatic: { icon: Cog, word: 'chart.kind.automatic' },
  letter: { icon: Mail, word: 'chart.kind.letter' },
  sub: { icon: SquareStack, word: 'chart.kind.sub' },
  external: { icon: Scale, word: 'chart.kind.external' },
  outcome: { icon: Check, word: 'chart.kind.outcome' },
};

const ends: Readonly<Record<string, LucideIcon>> = { resolved: Check, unresolved: X, withdrawn: Undo2, misdirected: CornerUpRight };

/** The icon of an end by the word of its `outcome:` tag; nothing for words that are the organisation's own. */
export const endIcon = (outcome: string | undefined): LucideIcon | undefined => (outcome === undefined ? undefined : ends[outcome]);

/** The icon of a card: of its kind, or of how it ends. */
export const cardIcon = ({ kind, outcome }: { readonly kind: CardKind; readonly outcome?: string }): LucideIcon =>
  endIcon(outcome) ?? cardKinds[kind].icon;
