import { useText, useWords } from '../language/words.tsx';
import { parseAddress } from '../model/rows.ts';
import { type ProcedureTree, type TreeElement, treeOf } from '../model/tree.ts';
import { nameOf } from '../outline/outline-words.ts';
import type { Change } from './change.ts';
import { ChangeItem } from './change-item.tsx';
import styles from './compare.module.css';
import { groupedBy } from './grouped.ts';
import type { Drawn } from './union.ts';

const [whole, loose, parts] = ['', ':loose', ':parts'];

/** Everything that differs, stage by stage in the order of the procedure; then what stands in no step. */
export function ChangeList({
  before,
  after,
  both,
  changes,
  isChosen,
  onChoose,
}: {
  readonly before: Drawn;
  readonly after: Drawn;
  /** Both on one map: it has the stages of both. */
  readonly both: object;
  readonly changes: readonly Change[];
  readonly isChosen: (change: Change) => boolean;
  readonly onChoose: (change: Change) => void;
}) {
  const say = useWords();
  const text = useText();
  const tree = treeOf(both);
  const groups = groupedBy(changes, (change) => groupOf(tree, change));
  const stages = tree.elements.flatMap(({ id }) => (groups.has(id) ? [id] : []));
  const names: Readonly<Record<string, string>> = {
    [whole]: say('compare.view.group-whole'),
    [loose]: say('compare.view.group-loose'),
    [parts]: say('compare.view.group-parts'),
  };
  return (
    <div className={styles.list}>
      {[whole, ...stages, loose, parts].map((group) => {
        const list = groups.get(group);
        const name = names[group] ?? nameOf(tree.byId.get(group), say, text);
        return (
          list && (
            <section key={group}>
              <h3>
                <bdi>{name}</bdi>
              </h3>
              <ul>
                {list.map((change) => (
                  <ChangeItem
                    key={`${change.kind} ${change.element}`}
                    change={change}
                    before={before.definition}
                    after={after.definition}
                    isChosen={isChosen(change)}
                    onChoose={() => onChoose(change)}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}

/** The stage of the procedure in which it stands, by its id. */
function groupOf(tree: ProcedureTree, { element, step }: Change): string {
  if (step === undefined) return element === '' ? whole : parts;
  const id = step === element ? element : parseAddress(element).step;
  if (id === '') return whole;
  let at: TreeElement | undefined = tree.byId.get(id);
  while (at && at.parent !== '') at = tree.byId.get(at.parent);
  return at && (at.kind === 'stage' || at.kind === 'tracks') ? at.id : loose;
}
