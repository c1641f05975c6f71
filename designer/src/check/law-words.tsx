import { digitsFor } from '../calendar/digits.ts';
import { isolated } from '../language/isolated.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import type { RuleGroup } from './check-groups.ts';
import type { AskingLaw } from './checked-draft.ts';

/** What whoever reads a law here has to know first: which version of our data it is, and that no lawyer stands behind it. */
export function LawLabel({ law: { version, verifiedBy } }: { readonly law: Pick<AskingLaw, 'version' | 'verifiedBy'> }) {
  const say = useWords();
  const language = useLanguage();
  const verified = verifiedBy === undefined ? say('law.unverified') : say('law.verified', { name: isolated(verifiedBy) });
  return say('law.version', { version: digitsFor(language, version), verified });
}

/** Where a limit is written, and how sure we are of it. */
export function LawSource({ law: { source, confidence } }: { readonly law: AskingLaw }) {
  const say = useWords();
  const text = useText();
  const { title, reference } = source;
  const named = [text(title), ...(reference === undefined ? [] : [isolated(reference)])].join(say('list.separator'));
  return <bdi>{say('law.source', { source: named, confidence: say(`law.confidence.${confidence}`) })}</bdi>;
}

/** A standard or a law as a heading names it; of what nobody asks for the words given. */
export function useGroupName(sound: string): (group: Pick<RuleGroup, 'name' | 'law'>) => string {
  const text = useText();
  const language = useLanguage();
  return ({ name, law }) => (law ? text(law.title) : name === undefined ? sound : digitsFor(language, name));
}
