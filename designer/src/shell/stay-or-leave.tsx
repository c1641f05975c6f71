import { Button } from '../base/button.tsx';

/** The two answers of whoever is asked before something typed is thrown away; staying is the first. */
export function StayOrLeave({
  stay,
  leave,
  onAnswer,
}: {
  readonly stay: string;
  readonly leave: string;
  readonly onAnswer: (stays: boolean) => void;
}) {
  return (
    <>
      <Button kind="primary" onPress={() => onAnswer(true)}>
        {stay}
      </Button>
      <Button kind="quiet" onPress={() => onAnswer(false)}>
        {leave}
      </Button>
    </>
  );
}
