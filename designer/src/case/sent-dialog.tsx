import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { confirm } from '../base/toast.tsx';
import { useNow } from '../calendar/now.tsx';
import { useText, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { LetterView } from '../server/shapes/cases.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useIntentKey } from '../work/intent-key.ts';
import { noteSent } from './case-requests.ts';
import { type LetterWay, letterWays, letterWayWords } from './letter-ways.ts';
import { MomentField } from './moment-field.tsx';

/** "I sent it": how and when. This is the sending: the step that waits for it goes on. */
export function SentDialog({
  caseId,
  letter,
  onClose,
}: {
  readonly caseId: string;
  readonly letter: LetterView;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const now = useNow();
  const client = useQueryClient();
  const intent = useIntentKey();
  const [how, setHow] = useState<LetterWay>('post');
  const [at, setAt] = useState(() => new Date(now).toISOString());
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const body = { how, at };
    const answer = await noteSent(caseId, letter.key, body, intent.keyOf(body));
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    await client.invalidateQueries({ queryKey: keys.case(caseId) });
    confirm(say('letter.noted'));
    onClose();
  };
  return (
    <Dialog
      title={say('letter.sent-title', { letter: text(letter.title) })}
      isOpen
      isBusy={isBusy}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isPending={isBusy} onPress={() => void send()}>
            {say('letter.sent-yes')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {say('letter.sent-no')}
          </Button>
        </>
      }
    >
      <p>{say('letter.sent-words')}</p>
      <RadioCards
        label={say('letter.how')}
        value={how}
        onChange={(way) => setHow(letterWays.find((each) => each === way) ?? 'other')}
        cards={letterWays.map((way) => ({ id: way, name: say(letterWayWords[way]) }))}
      />
      <MomentField label={say('letter.when')} value={at} latest={now} onChange={setAt} />
      <ProblemNote problem={problem} />
    </Dialog>
  );
}
