import { Note } from '../base/note.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { ElementFinding } from '../model/findings.ts';
import { findingWords } from '../outline/finding-words.ts';

/** What is wrong with the chosen element, each in a sentence that says how to put it right. */
export function FindingList({ definition, findings }: { readonly definition: object; readonly findings: readonly ElementFinding[] }) {
  const say = useWords();
  const text = useText();
  const said = new Map(findings.map((finding) => [findingWords(finding, { definition, say, text }), finding.severity]));
  return [...said].map(([words, severity]) => (
    <Note key={words} tone={severity === 'error' ? 'bad' : 'neutral'}>
      {words}
    </Note>
  ));
}
