import { monthsLater } from '@redress/definitions';
import type { Text } from '@redress/engine';
import { useState } from 'react';
import { DateField } from '../base/date-field.tsx';
import { confirm } from '../base/toast.tsx';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { ReasonDialog } from '../case/reason-dialog.tsx';
import { useText, useWords } from '../language/words.tsx';
import { waiveRule } from '../server/procedures.ts';
import { useUntil } from './use-until.ts';

const dayMs = 86_400_000;
const usualDays = 90;
const monthsMost = 12;

/** One rule is taken off the procedure until a day, with a reason that everybody reads. */
export function WaiveDialog({
  procedure,
  rule,
  requirement,
  onWaived,
  onClose,
}: {
  readonly procedure: string;
  readonly rule: string;
  /** What it asks for. */
  readonly requirement: Text;
  readonly onWaived: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const now = useNow();
  const dates = useDates();
  const [until, setUntil] = useState(() => dates.localDay(now + usualDays * dayMs));
  const { problem, ...bounds } = useUntil(until, { from: dates.localDay(now), to: monthsLater(dates.localDay(now), monthsMost) });
  const asked = text(requirement);
  const waive = async (reason: string) => {
    const answer = await waiveRule(procedure, { rule, reason, until });
    if (!answer.ok) return answer.problem;
    confirm(say('review.waived'));
    onWaived();
    return undefined;
  };
  return (
    <ReasonDialog
      title={say('review.waive')}
      words={say('review.waive-words')}
      label={say('review.waive-why')}
      act={say('review.waive')}
      keep={say('review.keep')}
      isAnswered={problem === undefined}
      onAct={waive}
      onClose={onClose}
    >
      {asked !== '' && <p>{say('review.waive-of', { rule: asked })}</p>}
      <DateField
        label={say('review.waive-until')}
        hint={say('review.waive-until-hint')}
        value={until}
        {...bounds}
        problem={problem}
        onChange={setUntil}
      />
    </ReasonDialog>
  );
}
