import { useText } from '../language/words.tsx';
import type { CaseView, LetterView } from '../server/shapes/cases.ts';
import { useDefinition } from './use-definition.ts';

/** To whom a letter goes, in the reader's words: by name, else by address, else by the role that the procedure gives the person. */
export function useReceiver(found: CaseView): (letter: LetterView) => string {
  const text = useText();
  const definition = useDefinition(found.definition, found.definitionVersion);
  return ({ to }) => to.name ?? to.address ?? text(definition?.roles[to.role]?.title);
}
