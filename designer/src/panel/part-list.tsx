import { Button } from '../base/button.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import { sections } from '../model/property-commands.ts';
import { delayWords } from '../outline/outline-words.ts';
import type { PanelProps } from './draft-panel.tsx';
import styles from './panel.module.css';
import { type PartKind, partsOf } from './parts.ts';

/** The roles, forms, letters … of the procedure, each a way to its own panel. */
export function PartList({ definition, onChoose, kind, title }: PanelProps & { readonly kind: PartKind; readonly title: string }) {
  const say = useWords();
  const text = useText();
  const parts = partsOf(definition, kind, text);
  return (
    <section data-field={sections[kind]} tabIndex={-1}>
      <h3>{title}</h3>
      {parts.length === 0 && <p className={styles.quiet}>{say('panel.none')}</p>}
      <ul className={styles.ways}>
        {parts.map(({ id, name }) => (
          <li key={id}>
            <Button forReaders kind="link" onPress={() => onChoose(`${kind}:${id}`)}>
              {kind === 'delay' ? lengthName(id, name) : name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );

  /** A length has seldom a name of its own: what it is says more. */
  function lengthName(id: string, name: string): string {
    const length = delayWords(definition, id, say);
    const named = fieldsOf(fieldsOf(fieldsOf(definition).delays)[id]).title !== undefined;
    return length === '' || (named && name === length) ? name : named ? say('panel.length-of', { name, length }) : length;
  }
}
