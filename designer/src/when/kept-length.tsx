import { useWords } from '../language/words.tsx';
import type { Fields } from '../model/loose-json.ts';
import folds from '../panel/fold.module.css';
import panelStyles from '../panel/panel.module.css';

/** A length that nobody here understands: shown as it is written. */
export function KeptLength({ written }: { readonly written: Fields }) {
  const say = useWords();
  const { title: _title, ...rest } = written;
  return (
    <div>
      <code className={folds.kept} dir="ltr">
        {JSON.stringify(rest)}
      </code>
      <p className={panelStyles.quiet}>{say('when.kept')}</p>
    </div>
  );
}
