import { Ban, CircleCheck, Clock, type LucideIcon, UserRound } from 'lucide-react';
import { Chip, type Tone } from '../base/chip.tsx';
import { useWords } from '../language/words.tsx';
import type { PersonRow } from '../server/shapes/people.ts';

/** Whether somebody signs in: icon and word. */
export function SignInChip({ state }: { readonly state: PersonRow['signIn'] }) {
  const say = useWords();
  const [tone, icon] = looks[state];
  return (
    <Chip tone={tone} icon={icon}>
      {say(`sign-in-state.${state}`)}
    </Chip>
  );
}

const looks: Readonly<Record<PersonRow['signIn'], readonly [Tone, LucideIcon]>> = {
  active: ['good', CircleCheck],
  invited: ['time', Clock],
  none: ['neutral', UserRound],
  disabled: ['negative', Ban],
};
