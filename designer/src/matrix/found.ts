import { useComments } from '../review/use-review.ts';
import type { DraftComment, VersionFinding } from '../server/shapes/definitions.ts';
import { holdsRight, useSession } from '../shell/session.tsx';
import type { SideName } from './matrix-side.ts';

/** Whether the reader raises findings here; `later` and `approved` say why an officer does not, whom nobody else would ask. */
export type Raising = 'may' | 'later' | 'approved' | 'no-officer';

export interface Found {
  readonly raising: Raising;
  /** Findings of the draft that nobody has settled, oldest first; a version has none. */
  readonly open: readonly VersionFinding[];
  readonly again: () => void;
}

/** What officers found in the draft that is shown; read again when somebody finds or settles something, or the draft goes on its way. */
export function useFound(id: string, of: SideName): Found {
  const session = useSession();
  const { data, again } = useComments(id, of === 'draft' && holdsRight(session, 'process-owner', 'compliance'));
  const { state, rows = [] } = data ?? {};
  const raising = state === 'submitted' ? 'may' : state === 'approved' ? 'approved' : 'later';
  return { raising: holdsRight(session, 'compliance') ? raising : 'no-officer', open: rows.filter(isOpenFinding), again };
}

const isOpenFinding = (one: DraftComment): one is VersionFinding => one.finding !== undefined && !one.resolved;
