import { drewIn } from '../review/drew-in.ts';
import { holdsRight, useSession } from '../shell/session.tsx';
import type { MatrixSide } from './matrix-side.ts';

/** Whether the reader waives rules of what is shown; `version` and `drew` say why an officer does not, whom nobody else would ask. */
export type Waiving = 'may' | 'version' | 'drew' | 'no-officer';

export function useWaiving({ drawn }: Pick<MatrixSide, 'drawn'>): Waiving {
  const session = useSession();
  if (!holdsRight(session, 'compliance')) return 'no-officer';
  if (!drawn) return 'version';
  return drewIn(drawn, session.person.id) ? 'drew' : 'may';
}
