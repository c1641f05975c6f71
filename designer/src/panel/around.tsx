import { Button } from '../base/button.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { ProcedureTree, TreeElement } from '../model/tree.ts';
import { nameOf } from '../outline/outline-words.ts';
import styles from './panel.module.css';

/** What stands around what is chosen, the procedure first: each a way out to its own panel. */
export function Around({
  tree,
  within,
  onChoose,
}: {
  readonly tree: ProcedureTree;
  /** The innermost of it; empty: the procedure alone. */
  readonly within: string;
  readonly onChoose: (id: string) => void;
}) {
  const say = useWords();
  const text = useText();
  const stages: TreeElement[] = [];
  for (let at = tree.byId.get(within); at; at = tree.byId.get(at.parent)) stages.unshift(at);
  return (
    <nav className={styles.around} aria-label={say('panel.around')}>
      <ol>
        <li>
          <Button kind="link" onPress={() => onChoose('')}>
            {text(tree.title) || say('outline.procedure')}
          </Button>
        </li>
        {stages.map((stage) => (
          <li key={stage.id}>
            <Button kind="link" onPress={() => onChoose(stage.id)}>
              {nameOf(stage, say, text)}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
