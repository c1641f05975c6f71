import { monthsLater } from '@redress/definitions';
import { useState } from 'react';
import { DateField } from '../base/date-field.tsx';
import { TextField } from '../base/text-field.tsx';
import { confirm } from '../base/toast.tsx';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { ReasonDialog } from '../case/reason-dialog.tsx';
import type { CheckedRule } from '../check/checked-draft.ts';
import { useText, useWords } from '../language/words.tsx';
import { useUntil } from '../review/use-until.ts';
import { attestRule } from '../server/procedures.ts';
import { EvidenceFiles } from './evidence-files.tsx';
import { useEvidence } from './use-evidence.ts';

/** Somebody signs that the organisation does what no drawing proves: what was seen, where the evidence is, until when it counts. */
export function AttestDialog({
  procedure,
  rule: { rule, words, months = 12 },
  onSigned,
  onClose,
}: {
  readonly procedure: string;
  readonly rule: CheckedRule;
  readonly onSigned: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const today = dates.localDay(useNow());
  const last = monthsLater(today, months);
  const [validUntil, setValidUntil] = useState(last);
  const { problem, ...bounds } = useUntil(validUntil, { from: today, to: last });
  const [evidence, setEvidence] = useState('');
  const { files, add, remove, whenSent } = useEvidence(procedure);
  const sign = async (statement: string) => {
    const sent = await whenSent();
    if (!sent.ok) return sent.problem;
    const answer = await attestRule(procedure, { rule, statement, evidence: evidence.trim(), files: sent.value, validUntil });
    if (!answer.ok) return answer.problem;
    confirm(say('matrix.attested'));
    onSigned();
    return undefined;
  };
  return (
    <ReasonDialog
      title={say('matrix.attest-title')}
      words={say('matrix.attest-words')}
      label={say('matrix.attest-statement')}
      hint={say('matrix.attest-statement-hint')}
      missing={say('matrix.attest-statement-missing')}
      act={say('matrix.attest')}
      keep={say('review.keep')}
      isAnswered={problem === undefined}
      onAct={sign}
      onClose={onClose}
    >
      <p>{say('matrix.attest-of', { rule: text(words.requirement) })}</p>
      <TextField
        label={say('matrix.attest-evidence')}
        hint={say('matrix.attest-evidence-hint')}
        value={evidence}
        maxLength={4000}
        isOptional
        onChange={setEvidence}
      />
      <EvidenceFiles files={files} onAdd={add} onRemove={remove} />
      <DateField
        label={say('matrix.attest-until')}
        hint={say('matrix.attest-until-hint', { months })}
        value={validUntil}
        {...bounds}
        problem={problem}
        onChange={setValidUntil}
      />
    </ReasonDialog>
  );
}
