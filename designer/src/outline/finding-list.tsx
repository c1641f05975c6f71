import { Note } from '../base/note.tsx';
import { useWords } from '../language/words.tsx';
import type { ElementFinding } from '../model/findings.ts';
import { findingWords } from './finding-words.ts';

/** What is wrong with the chosen element, each in a sentence that says how to put it right. */
export function FindingList({ findings }: { readonly findings: readonly ElementFinding[] }) {
  const say = useWords();
  const said = [...new Set(findings.map((finding) => findingWords(finding, say)))];
  return said.map((words) => (
    <Note key={words} tone="bad">
      {words}
    </Note>
  ));
}
