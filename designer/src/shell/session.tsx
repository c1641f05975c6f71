import { createContext, useContext } from 'react';
import type { Right } from '../server/shapes/basics.ts';
import type { SessionView } from '../server/shapes/people.ts';

/** Who sits here, and where. The server checks everything again; the window only leaves out what would be refused. */
export interface Seat {
  readonly session: SessionView;
  /** Takes over what the server answered after a change of one's own choices. */
  readonly update: (session: SessionView) => void;
}

const SeatContext = createContext<Seat | undefined>(undefined);
export const SeatProvider = SeatContext.Provider;

/** For pages that everybody may open: nobody may sit here. */
export const useSeatIfAny = (): Seat | undefined => useContext(SeatContext);

export function useSeat(): Seat {
  const seat = useSeatIfAny();
  if (!seat) throw new Error('useSeat needs somebody signed in');
  return seat;
}

export const useSession = (): SessionView => useSeat().session;

export function holdsRight(session: SessionView, ...rights: readonly Right[]): boolean {
  return rights.some((right) => session.person.rights.includes(right));
}

/** A role of some procedure: whoever handles complaints here too has all of ours. */
export const holdsRole = ({ handlesComplaints, person }: SessionView) =>
  handlesComplaints || person.assignments.some(({ roles }) => roles.length > 0);
/** Whoever takes part in procedures has tasks. */
export const doesTasks = (session: SessionView) => holdsRight(session, 'handler', 'team-lead') || holdsRole(session);
/** Whoever looks after the standards reads cases without working on them; an administrator alone reads none, and figures name none. */
export const readsCases = (session: SessionView) => doesTasks(session) || holdsRight(session, 'compliance');
export const readsDrafts = (session: SessionView) => holdsRight(session, 'process-owner', 'compliance');
/** How what is in force stands to the standards, and what became of it in cases. */
export const readsProof = (session: SessionView) => readsDrafts(session) || holdsRight(session, 'management');
/** What failed and what falls due early is decided by those who lead. */
export const leadsTeam = (session: SessionView) => holdsRight(session, 'team-lead');
/** Whether the server was started with `--inspect`. */
export const inspects = (session: SessionView) => session.switches.includes('inspection');
export const registersComplaints = (session: SessionView) => holdsRight(session, 'handler', 'team-lead');
