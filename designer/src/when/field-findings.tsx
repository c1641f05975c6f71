import type { PanelProps } from '../panel/draft-panel.tsx';
import { FindingList } from '../panel/finding-list.tsx';

/** What is wrong in one field of what is chosen, said where it is put right. */
export function FieldFindings({ definition, findings, at }: Pick<PanelProps, 'definition' | 'findings'> & { readonly at: string }) {
  const path = at.split('/');
  return (
    <FindingList definition={definition} findings={findings.filter(({ field }) => path.every((key, index) => field[index] === key))} />
  );
}
