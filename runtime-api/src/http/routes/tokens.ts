import { refuse } from '@redress/engine';
import { namesOf } from '../../people/persons.ts';
import { makeToken, revokeToken, tokensOf } from '../../people/tokens.ts';
import type { TokenDocument } from '../../store/models/people-token.ts';
import type { Office } from '../office.ts';
import { answer, created, done, type Route, route } from '../route.ts';
import { CreatedToken, NewToken, TokenRow } from '../shapes/access.ts';
import { Page } from '../shapes/basics.ts';

const tag = 'tokens';

async function rowsOf(office: Office, organisation: string, tokens: readonly TokenDocument[]) {
  const names = await namesOf(
    office.desk,
    organisation,
    tokens.flatMap(({ person, createdBy }) => [person ?? '', createdBy]),
  );
  return tokens.map((token) => ({
    id: token._id,
    name: token.name,
    ...(token.person === undefined ? {} : { person: names.get(token.person) }),
    rights: token.rights,
    scope: token.scope,
    createdAt: token.createdAt,
    createdBy: names.get(token.createdBy),
    endsAt: token.endsAt,
    ...(token.lastUsedAt === undefined ? {} : { lastUsedAt: token.lastUsedAt }),
  }));
}

export const tokenRoutes: readonly Route[] = [
  route(
    'get',
    { operation: 'listTokens', path: '/tokens', summary: 'Ways in for programs', tag, answers: { 200: Page(TokenRow) } },
    async ({ office }, { organisation }) =>
      answer({ rows: await rowsOf(office, organisation, await tokensOf(office.desk, { organisation })), more: false }),
  ),
  route(
    'post',
    {
      operation: 'makeToken',
      path: '/tokens',
      summary: 'A token of my own, or of a named service; it never approves, publishes, waives or signs',
      tag,
      body: NewToken,
      once: ['token'],
      answers: { 201: CreatedToken },
      refusals: ['token-too-wide'],
    },
    async ({ office, body }, { organisation, person, rights }) => {
      if (!person) return refuse({ code: 'token-too-wide' });
      const { name, scope, days } = body;
      const made = await makeToken(office.desk, {
        organisation,
        by: { person: person._id, rights },
        name,
        scope,
        days,
        rights: body.rights ?? [],
        ...(body.person === undefined ? {} : { person: body.person }),
      });
      if (!made.ok) return made;
      const [row] = await rowsOf(office, organisation, [made.value.token]);
      return created({ token: made.value.secret, row }, `/tokens/${made.value.token._id}`);
    },
  ),
  route(
    'delete',
    {
      operation: 'revokeToken',
      path: '/tokens/{token}',
      summary: 'Take a token away at once',
      tag,
      answers: { 204: 'nothing' },
      refusals: ['token-not-found'],
    },
    async ({ office, parameters }, { organisation, person }) => {
      const gone = await revokeToken(office.desk, { organisation, by: person?._id ?? '', token: parameters.token });
      if (gone.ok) office.accessChanged({ organisation, token: parameters.token });
      return gone.ok ? done : gone;
    },
  ),
];
