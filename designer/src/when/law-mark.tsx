import { Gauge, Scale } from 'lucide-react';
import { Chip } from '../base/chip.tsx';
import { useWords } from '../language/words.tsx';

/** Whose clock it is: the law's, or our own. Icon, word and colour differ, so that nobody takes one for the other. */
export function LawMark({ kind }: { readonly kind: unknown }) {
  const say = useWords();
  const isLaw = kind === 'law';
  return (
    <Chip tone={isLaw ? 'external' : 'time'} icon={isLaw ? Scale : Gauge}>
      {say(isLaw ? 'case.clock.law' : 'case.clock.service')}
    </Chip>
  );
}
