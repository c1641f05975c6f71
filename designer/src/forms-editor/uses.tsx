import { Button } from '../base/button.tsx';
import { placeName } from '../findings/draft-problems.ts';
import { useText, useWords } from '../language/words.tsx';
import type { NameKind } from '../model/references.ts';
import { usesOf } from '../model/uses.ts';
import panelStyles from '../panel/panel.module.css';
import type { FormsPanel } from './form-part.tsx';

/** Where it is used, each a way there. */
export function Uses({ definition, tree, onChoose, kind, name }: FormsPanel & { readonly kind: NameKind; readonly name: string }) {
  const say = useWords();
  const text = useText();
  const uses = usesOf(definition, kind, name);
  return (
    <section>
      <h3>{say('forms.used-at')}</h3>
      {uses.length === 0 && <p className={panelStyles.quiet}>{say('forms.unused')}</p>}
      <ul className={panelStyles.ways}>
        {uses.map((use) => (
          <li key={use}>
            <Button forReaders kind="link" onPress={() => onChoose(use)}>
              {placeName(tree, use, { definition, say, text })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
