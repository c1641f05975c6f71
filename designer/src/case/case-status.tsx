import { Ban, Check, CircleDot, Download } from 'lucide-react';
import type { Tone } from '../base/chip.tsx';
import { Chip } from '../base/chip.tsx';
import { endIcon } from '../chart/card-kinds.ts';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';

interface Look {
  readonly word: MessageId;
  readonly tone: Tone;
  readonly icon: typeof Check;
}
const statuses: Readonly<Record<string, Look>> = {
  active: { word: 'case.status.active', tone: 'accent', icon: CircleDot },
  ended: { word: 'case.status.ended', tone: 'neutral', icon: Check },
  cancelled: { word: 'case.status.cancelled', tone: 'negative', icon: Ban },
  imported: { word: 'case.status.imported', tone: 'neutral', icon: Download },
};
/** Result words of the format's `outcome:` tags. */
const outcomes: Readonly<Record<string, Omit<Look, 'icon'>>> = {
  resolved: { word: 'case.outcome.resolved', tone: 'good' },
  unresolved: { word: 'case.outcome.unresolved', tone: 'negative' },
  withdrawn: { word: 'case.outcome.withdrawn', tone: 'neutral' },
  misdirected: { word: 'case.outcome.misdirected', tone: 'neutral' },
};

/** Open, or how it ended: icon and word. */
export function CaseStatus({ status, outcome }: { readonly status: string; readonly outcome: string | undefined }) {
  const say = useWords();
  const how = statuses[status];
  if (!how) return <Chip>{status}</Chip>;
  const end = status === 'ended' && outcome !== undefined ? outcomes[outcome] : undefined;
  const look = end ? { ...end, icon: endIcon(outcome) ?? how.icon } : how;
  return (
    <Chip tone={look.tone} icon={look.icon}>
      {say(look.word)}
    </Chip>
  );
}
