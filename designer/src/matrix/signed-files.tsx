import { useWords } from '../language/words.tsx';
import { evidenceAddress } from '../server/procedures.ts';
import type { EvidenceFile } from '../server/shapes/standards.ts';
import styles from './evidence-files.module.css';
import { useSizeWords } from './size-words.ts';

const hashStart = 12;

/** The files of a signature, to be downloaded; the hash that was signed begins in sight and unfolds. */
export function SignedFiles({ procedure, files }: { readonly procedure: string; readonly files: readonly EvidenceFile[] }) {
  const say = useWords();
  const sizeOf = useSizeWords();
  return (
    <ul className={styles.signed} aria-label={say('matrix.files')}>
      {files.map(({ id, name, size, sha256 }) => (
        <li key={id}>
          <a href={evidenceAddress(procedure, id)} download>
            <bdi>{name}</bdi>
          </a>{' '}
          <small>{sizeOf(size)}</small>
          <details>
            <summary>
              {say('matrix.file-hash')}{' '}
              <bdi dir="ltr" lang="zxx">
                {sha256.slice(0, hashStart)}…
              </bdi>
            </summary>
            <code dir="ltr" lang="zxx">
              {sha256}
            </code>
          </details>
        </li>
      ))}
    </ul>
  );
}
