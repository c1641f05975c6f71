import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { useWords } from '../language/words.tsx';

/** What a button asks before it does something, as whoever works will be asked. */
export function ButtonQuestion({
  name,
  question,
  isDecisive,
  onAnswer,
}: {
  readonly name: string;
  readonly question: string;
  readonly isDecisive: boolean;
  readonly onAnswer: (isYes: boolean) => void;
}) {
  const say = useWords();
  return (
    <Dialog
      title={name}
      isOpen
      kind="alertdialog"
      onClose={() => onAnswer(false)}
      actions={
        <>
          <Button kind={isDecisive ? 'danger' : 'primary'} onPress={() => onAnswer(true)}>
            {name}
          </Button>
          <Button kind="quiet" onPress={() => onAnswer(false)}>
            {say('outcome.not-yet')}
          </Button>
        </>
      }
    >
      <p dir="auto">{question}</p>
    </Dialog>
  );
}
