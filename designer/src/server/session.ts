import { ask } from './request.ts';
import type { HandlingChoice, InvitationView, Join, MyChoices, PasswordChange, SessionRow, SetUpState, SignIn } from './shapes/access.ts';
import type { Page } from './shapes/basics.ts';
import type { SessionView, SetUp } from './shapes/people.ts';

export const readSession = () => ask<SessionView>({ method: 'GET', path: '/session' });
export const signIn = (body: SignIn) => ask<SessionView>({ method: 'POST', path: '/session', body });
export const signOut = () => ask<undefined>({ method: 'DELETE', path: '/session' });

export const readSetUp = () => ask<SetUpState>({ method: 'GET', path: '/setup' });
export const setUp = (body: SetUp) => ask<SessionView>({ method: 'POST', path: '/setup', body });

export const lookAtInvitation = (code: string) => ask<InvitationView>({ method: 'POST', path: '/join/invitation', body: { code } });
export const join = (body: Join) => ask<SessionView>({ method: 'POST', path: '/join', body });

export const changeMyChoices = (body: MyChoices) => ask<SessionView>({ method: 'PATCH', path: '/me', body });
export const changePassword = (body: PasswordChange) => ask<undefined>({ method: 'POST', path: '/me/password', body });
export const chooseHandling = (body: HandlingChoice) => ask<SessionView>({ method: 'PUT', path: '/me/handling', body });

export const listSessions = () => ask<Page<SessionRow>>({ method: 'GET', path: '/sessions' });
export const endSession = (id: string) => ask<undefined>({ method: 'DELETE', path: `/sessions/${encodeURIComponent(id)}` });
