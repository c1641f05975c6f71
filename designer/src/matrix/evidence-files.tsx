import { Paperclip, TriangleAlert, X } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { useProblemWords } from '../language/problem-words.ts';
import { useWords } from '../language/words.tsx';
import styles from './evidence-files.module.css';
import { useSizeWords } from './size-words.ts';
import type { ChosenFile } from './use-evidence.ts';

/** The server looks at the content; this only helps to find the right ones. */
const endings = ['.pdf', '.png', '.jpg', '.jpeg', '.gif', '.webp', '.txt', '.csv', '.md', '.docx', '.xlsx', '.odt', '.ods'];

/** Files to be signed: each with its way out, and with what is wrong where it was not taken. */
export function EvidenceFiles({
  files,
  onAdd,
  onRemove,
}: {
  readonly files: readonly ChosenFile[];
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (key: number) => void;
}) {
  const say = useWords();
  const sizeOf = useSizeWords();
  const wordsOf = useProblemWords();
  const place = useKeptFocus<HTMLFieldSetElement>();
  return (
    <fieldset ref={place} tabIndex={-1} className={styles.group}>
      <legend>{say('matrix.files')}</legend>
      <p>{say('matrix.files-hint')}</p>
      {files.length > 0 && (
        <ul>
          {files.map(({ key, name, size, kept, problem }) => (
            <li key={key} aria-busy={!kept && !problem}>
              <span className={styles.name}>
                <bdi>{kept?.name ?? name}</bdi> <small>{sizeOf(size)}</small>
                {problem && (
                  <span className={styles.problem}>
                    <Icon of={TriangleAlert} size={14} />
                    <span>{wordsOf(problem)}</span>
                  </span>
                )}
              </span>
              <Button kind="quiet" icon={X} label={say('matrix.file-remove', { name })} onPress={() => onRemove(key)} />
            </li>
          ))}
        </ul>
      )}
      <p role="status">{stateOf(files, say)}</p>
      <FileTrigger allowsMultiple acceptedFileTypes={endings} onSelect={(chosen) => onAdd([...(chosen ?? [])])}>
        <Button icon={Paperclip}>{say('matrix.files-add')}</Button>
      </FileTrigger>
    </fieldset>
  );
}

/** How far it is, in one sentence: what is on its way, else what was not taken, else what is ready. */
function stateOf(files: readonly ChosenFile[], say: ReturnType<typeof useWords>): string {
  const sending = files.filter(({ kept, problem }) => !kept && !problem).length;
  const refused = files.filter(({ problem }) => problem).length;
  if (sending > 0) return say('matrix.files-sending', { count: sending });
  if (refused > 0) return say('matrix.files-refused', { count: refused });
  return files.length > 0 ? say('matrix.files-sent', { count: files.length }) : '';
}
