import { refuse } from '@redress/engine';
import { clearAttempts, registerAttempt } from '../../people/attempts.ts';
import { changePassword } from '../../people/join.ts';
import { choose, chooseHandling } from '../../people/my-choices.ts';
import { endSession, sessionsOf } from '../../people/sessions.ts';
import { answer, done, type Route, route } from '../route.ts';
import { HandlingChoice, MyChoices, PasswordChange, SessionRow } from '../shapes/access.ts';
import { Page } from '../shapes/basics.ts';
import { SessionView } from '../shapes/people.ts';
import { sessionView } from '../views/person-view.ts';

const tag = 'me';
const earlier = (one: string, other: string): string => [one, other].sort()[0] ?? one;
const nobody = refuse({ code: 'person-not-found', person: '' } as const);

export const myRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'listSessions',
      path: '/sessions',
      summary: 'Where I am signed in',
      tag,
      answers: { 200: Page(SessionRow) },
      refusals: ['person-not-found'],
    },
    async ({ office }, { organisation, person, session }) => {
      if (!person) return nobody;
      const all = await sessionsOf(office.desk, { organisation, person: person._id });
      const rows = all.map(({ _id, startedAt, seenAt, idleEndsAt, absoluteEndsAt, device }) => ({
        id: _id,
        startedAt,
        seenAt,
        endsAt: earlier(idleEndsAt, absoluteEndsAt),
        device,
        current: _id === session?.id,
      }));
      return answer({ rows, more: false });
    },
  ),
  route(
    'delete',
    {
      operation: 'endSession',
      path: '/sessions/{session}',
      summary: 'End one of my sessions',
      tag,
      answers: { 204: 'nothing' },
      refusals: ['session-not-found'],
    },
    async ({ office, parameters }, { organisation, person }) => {
      if (!person) return nobody;
      const ended = await endSession(office.desk, { organisation, person: person._id, session: parameters.session });
      if (!ended.ok) return ended;
      office.accessChanged({ organisation, person: person._id });
      return done;
    },
  ),
  route(
    'patch',
    {
      operation: 'changeMyChoices',
      path: '/me',
      summary: 'My language, light or dark, shortcuts, technical names',
      tag,
      body: MyChoices,
      answers: { 200: SessionView },
      refusals: ['person-not-found'],
    },
    async ({ office, body }, { organisation, person, session }) => {
      if (!person) return nobody;
      const saved = await choose(office.desk, { organisation, person: person._id }, body);
      return saved.ok ? answer(await sessionView(office, saved.value, session)) : saved;
    },
  ),
  route(
    'post',
    {
      operation: 'changeMyPassword',
      path: '/me/password',
      summary: 'A new password; my other sessions end',
      tag,
      body: PasswordChange,
      answers: { 204: 'nothing' },
      refusals: ['password-wrong', 'password-weak', 'too-many-attempts'],
    },
    async ({ office, body }, { organisation, person, session }) => {
      if (!person || !session) return refuse({ code: 'not-signed-in' });
      const key = { kind: 'code', value: person._id } as const;
      const allowed = await registerAttempt(office.desk, key);
      if (!allowed.ok) return allowed;
      const changed = await changePassword(office.desk, { person, session: session.id }, body);
      if (!changed.ok) return changed;
      await clearAttempts(office.desk, key);
      office.accessChanged({ organisation, person: person._id });
      return done;
    },
  ),
  route(
    'put',
    {
      operation: 'chooseHandling',
      path: '/me/handling',
      summary: '"I handle complaints here too": handler, team lead and every role of every procedure, or no longer',
      tag,
      body: HandlingChoice,
      answers: { 200: SessionView },
      refusals: ['person-not-found'],
    },
    async ({ office, body }, { organisation, person, session }) => {
      if (!person) return nobody;
      const saved = await chooseHandling(office.desk, { organisation, person: person._id }, body.handlesComplaints);
      if (!saved.ok) return saved;
      office.accessChanged({ organisation, person: person._id });
      return answer(await sessionView(office, saved.value, session));
    },
  ),
];
