import type { ProcedureTree } from '../model/tree.ts';
import type { Change, ChangeKind } from './change.ts';

/** What became of each step and way of a map, by what it is called there. */
export interface ChangeMarks {
  readonly steps: ReadonlyMap<string, ChangeKind>;
  readonly rows: ReadonlyMap<string, ChangeKind>;
}

/** Changes as marks of a map; `keyOf` says what their element is called on it, nothing where it is not there. A step shares its mark with its ways. */
export function marksIn(tree: ProcedureTree, changes: readonly Change[], keyOf: (change: Change) => string | undefined): ChangeMarks {
  const steps = new Map<string, ChangeKind>();
  const rows = new Map<string, ChangeKind>();
  for (const change of changes) {
    const { kind, element, step } = change;
    if (step === undefined) continue;
    const key = keyOf(change);
    if (key === undefined) continue;
    if (step !== element) rows.set(key, kind);
    else {
      const found = tree.byId.get(key);
      if (!found) continue;
      steps.set(key, kind);
      if (kind !== 'changed') for (const row of found.rows) rows.set(row.address, kind);
    }
  }
  return { steps, rows };
}
