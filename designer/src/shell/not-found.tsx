import { MapPinOff } from 'lucide-react';
import { ButtonLink } from '../base/button.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { useWords } from '../language/words.tsx';
import { useTitle } from './page.tsx';

/** Unknown and foreign addresses look the same: nobody learns what exists. */
export function NotFound() {
  const say = useWords();
  useTitle(say('not-found.title'));
  return (
    <EmptyState icon={MapPinOff} level={1} title={say('not-found.title')} action={<ButtonLink to="/">{say('not-found.home')}</ButtonLink>}>
      {say('not-found.words')}
    </EmptyState>
  );
}
