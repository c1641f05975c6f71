import { useWords } from '../language/words.tsx';
import styles from './guide.module.css';
import { Keys } from './guide-words.tsx';
import type { KeyLine } from './key-list.ts';

export function KeyTable({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
  const say = useWords();
  return (
    <table className={styles.keys}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say('guide.keys.key')}</th>
          <th scope="col">{say('guide.keys.does')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ keys, does }) => (
          <tr key={does}>
            <th scope="row">
              <Keys keys={keys} />
            </th>
            <td>{say(does)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
