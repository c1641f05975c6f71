import { type Result, refuse } from '@redress/engine';
import { clearAttempts, registerAttempt } from '../../people/attempts.ts';
import { join, lookAtInvitation } from '../../people/join.ts';
import type { PeopleRefusal } from '../../people/refusal.ts';
import { endSession, openSession } from '../../people/sessions.ts';
import { isSetUp, setUp } from '../../people/set-up.ts';
import { recognise } from '../../people/sign-in.ts';
import type { PersonDocument } from '../../store/models/people-person.ts';
import { clearCookie, setCookie } from '../cookie.ts';
import type { Office } from '../office.ts';
import { type Answered, answer, openRoute, type Route, route } from '../route.ts';
import { InvitationLook, InvitationView, Join, SetUpState, SignIn } from '../shapes/access.ts';
import { SessionView, SetUp } from '../shapes/people.ts';
import { sessionView } from '../views/person-view.ts';

const tag = 'signing in';

/** Codes can be guessed no faster than passwords. */
async function counted<Value>(
  office: Office,
  address: string,
  work: () => Promise<Result<Value, PeopleRefusal>>,
): Promise<Result<Value, PeopleRefusal>> {
  const key = { kind: 'code', value: address } as const;
  const allowed = await registerAttempt(office.desk, key);
  if (!allowed.ok) return allowed;
  const answered = await work();
  if (answered.ok || answered.refusal.code !== 'code-not-valid') await clearAttempts(office.desk, key);
  return answered;
}

/** A new session, a new secret: whatever the browser carried before is worth nothing. */
async function welcome(office: Office, person: PersonDocument, device: string): Promise<Answered> {
  const { cookie, session } = await openSession(office.desk, { organisation: person.organisation, person: person._id, device });
  const view = await sessionView(office, person, {
    id: session._id,
    cookie,
    idleEndsAt: session.idleEndsAt,
    absoluteEndsAt: session.absoluteEndsAt,
  });
  return answer(view, { 'Set-Cookie': setCookie(office.door, cookie) });
}

export const accessRoutes: readonly Route[] = [
  openRoute(
    'get',
    {
      operation: 'lookAtSetUp',
      path: '/setup',
      summary: 'Whether this server waits for its first organisation',
      tag,
      answers: { 200: SetUpState },
    },
    async ({ office }) => answer({ needed: !(await isSetUp(office.desk)) }),
  ),
  openRoute(
    'post',
    {
      operation: 'setUp',
      path: '/setup',
      summary: 'A set-up code becomes an organisation and its first administrator',
      tag,
      body: SetUp,
      answers: { 200: SessionView },
      refusals: [
        'code-not-valid',
        'already-set-up',
        'time-zone-unknown',
        'country-unknown',
        'email-not-valid',
        'password-weak',
        'too-many-attempts',
      ],
    },
    async ({ office, body, device, address }) => {
      const person = await counted(office, address, () => setUp(office.desk, office.founding, body));
      return person.ok ? await welcome(office, person.value, device) : person;
    },
  ),
  openRoute(
    'post',
    {
      operation: 'signIn',
      path: '/session',
      summary: 'Sign in',
      tag,
      body: SignIn,
      answers: { 200: SessionView },
      refusals: ['sign-in-refused', 'choose-organisation', 'too-many-attempts'],
    },
    async ({ office, body, device, address }) => {
      const { email, password, organisation } = body;
      const person = await recognise(office.desk, { email, password, address, ...(organisation === undefined ? {} : { organisation }) });
      return person.ok ? await welcome(office, person.value, device) : person;
    },
  ),
  openRoute(
    'post',
    {
      operation: 'lookAtInvitation',
      path: '/join/invitation',
      summary: 'Whom a one-time code invites; it is not used up',
      tag,
      body: InvitationLook,
      answers: { 200: InvitationView },
      refusals: ['code-not-valid', 'too-many-attempts'],
    },
    async ({ office, body, address }) => {
      const seen = await counted(office, address, () => lookAtInvitation(office.desk, body.code));
      return seen.ok ? answer(seen.value) : seen;
    },
  ),
  openRoute(
    'post',
    {
      operation: 'join',
      path: '/join',
      summary: 'A one-time code and a new password open the door',
      tag,
      body: Join,
      answers: { 200: SessionView },
      refusals: ['code-not-valid', 'password-weak', 'too-many-attempts'],
    },
    async ({ office, body, device, address }) => {
      const person = await counted(office, address, () => join(office.desk, body));
      if (!person.ok) return person;
      office.accessChanged({ organisation: person.value.organisation, person: person.value._id });
      return await welcome(office, person.value, device);
    },
  ),
  route(
    'get',
    { operation: 'readSession', path: '/session', summary: 'Who I am', tag, answers: { 200: SessionView }, refusals: ['person-not-found'] },
    async ({ office }, { person, session }) =>
      person ? answer(await sessionView(office, person, session)) : refuse({ code: 'person-not-found', person: '' }),
  ),
  route(
    'delete',
    { operation: 'signOut', path: '/session', summary: 'Sign out', tag, answers: { 204: 'nothing' } },
    async ({ office }, { organisation, person, session }) => {
      if (person && session) {
        await endSession(office.desk, { organisation, person: person._id, session: session.id });
        office.accessChanged({ organisation, person: person._id });
      }
      return {
        ok: true,
        value: { status: 204, headers: { 'Set-Cookie': clearCookie(office.door), 'Clear-Site-Data': '"cache", "storage"' } },
      };
    },
  ),
];
