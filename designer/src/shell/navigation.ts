import {
  CalendarDays,
  Folder,
  Inbox,
  KeyRound,
  type LucideIcon,
  Mail,
  MonitorSmartphone,
  SlidersHorizontal,
  TriangleAlert,
  Users,
  Workflow,
} from 'lucide-react';
import type { MessageId } from '../language/messages.ts';
import type { SessionView } from '../server/shapes/people.ts';
import type { Counted } from './navigation-counts.tsx';
import { doesTasks, holdsRight, leadsTeam, readsCases, readsProof } from './session.tsx';

export interface Destination {
  readonly to:
    | '/tasks'
    | '/cases'
    | '/messages'
    | '/failures'
    | '/people'
    | '/calendar'
    | '/organisation'
    | '/tokens'
    | '/sessions'
    | '/procedures';
  readonly name: MessageId;
  readonly icon: LucideIcon;
  /** What waits there is shown as a number. */
  readonly counted?: Counted;
}
export interface Section {
  readonly name: MessageId;
  readonly destinations: readonly Destination[];
}

/** Where somebody may go: what would be refused is not offered. */
export function sectionsFor(session: SessionView): readonly Section[] {
  const administers = holdsRight(session, 'administrator');
  const reads = readsCases(session);
  const sections: Section[] = [
    {
      name: 'navigation.work',
      destinations: reads ? [...(doesTasks(session) ? [tasks] : []), cases, messages, ...(leadsTeam(session) ? [failures] : [])] : [],
    },
    { name: 'navigation.design', destinations: readsProof(session) ? [procedures] : [] },
    {
      name: 'navigation.administration',
      destinations: administers ? [people, calendar, organisation, tokens] : holdsRight(session, 'process-owner') ? [calendar] : [],
    },
    { name: 'navigation.you', destinations: reads ? [sessions] : [messages, sessions] },
  ];
  return sections.filter(({ destinations }) => destinations.length > 0);
}

/** Where one lands after signing in: at what one is there for. */
export function homeFor(session: SessionView): Destination['to'] {
  if (doesTasks(session)) return '/tasks';
  if (holdsRight(session, 'administrator')) return '/people';
  return readsProof(session) ? '/procedures' : '/sessions';
}

const tasks: Destination = { to: '/tasks', name: 'navigation.tasks', icon: Inbox };
const cases: Destination = { to: '/cases', name: 'navigation.cases', icon: Folder };
const messages: Destination = { to: '/messages', name: 'navigation.messages', icon: Mail, counted: 'messages' };
const failures: Destination = { to: '/failures', name: 'navigation.failures', icon: TriangleAlert, counted: 'failures' };
const people: Destination = { to: '/people', name: 'navigation.people', icon: Users };
const procedures: Destination = { to: '/procedures', name: 'navigation.procedures', icon: Workflow, counted: 'drafts' };
const calendar: Destination = { to: '/calendar', name: 'navigation.calendar', icon: CalendarDays };
const organisation: Destination = { to: '/organisation', name: 'navigation.organisation', icon: SlidersHorizontal };
const tokens: Destination = { to: '/tokens', name: 'navigation.tokens', icon: KeyRound };
const sessions: Destination = { to: '/sessions', name: 'navigation.sessions', icon: MonitorSmartphone };
