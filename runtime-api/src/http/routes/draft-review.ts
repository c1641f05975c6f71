import { refuse } from '@redress/engine';
import { definitionHash } from '../../definitions/definition-hash.ts';
import { confirmPassword } from '../../people/confirm-password.ts';
import { instant } from '../../people/desk.ts';
import { draftIn } from '../draft-in.ts';
import { type Route, revised, route } from '../route.ts';
import { stepDraft } from '../save-draft.ts';
import { DraftView } from '../shapes/definitions.ts';
import { WithReason } from '../shapes/draft-review.ts';
import { ApprovalWish } from '../shapes/standards.ts';
import { countOpenComments } from '../views/comment-view.ts';
import { editorsOf, examine, viewOf } from '../views/draft-view.ts';
import { standardsOpen, standingOf } from '../views/standards-view.ts';

const tag = 'definitions';
/** What a draft no longer has once somebody draws on. */
const ofReview = ['submittedBy', 'submittedAt', 'why', 'hash', 'approvedBy', 'approvedAt', 'approval'] as const;

/** A draft is looked at by a second person: in review, approved, or drawn on. */
export const draftReviewRoutes: readonly Route[] = [
  route(
    'post',
    {
      operation: 'submitDefinition',
      path: '/definitions/{definition}/draft/submission',
      summary: 'Ask a second person to look; from now on nobody draws',
      tag,
      edits: true,
      body: WithReason,
      bodyOptional: true,
      answers: { 200: DraftView },
      refusals: ['definition-not-found', 'draft-state', 'findings'],
    },
    async ({ office, parameters, revision, body }, caller) => {
      const { organisation } = caller;
      const draft = await draftIn(office, { organisation, ...parameters }, { revision, status: ['draft'] });
      if (!draft.ok) return draft;
      const { findings, definition } = await examine(office, organisation, JSON.parse(draft.value.text));
      if (!definition) return refuse({ code: 'findings', errors: findings.filter(({ severity }) => severity === 'error').length });
      const next = {
        status: 'review',
        submittedBy: caller.person?._id ?? '',
        submittedAt: instant(office.desk.clock.now()),
        hash: definitionHash(definition),
        ...body,
      } as const;
      const saved = await stepDraft(office, caller, draft.value, next, 'definition.submitted', ['returned']);
      return saved.ok ? revised(await viewOf(office, saved.value), saved.value.revision) : saved;
    },
  ),
  route(
    'post',
    {
      operation: 'returnDefinition',
      path: '/definitions/{definition}/draft/return',
      summary: 'Take it back, or send it back: it is drawn on, and approved anew',
      tag,
      edits: true,
      body: WithReason,
      bodyOptional: true,
      answers: { 200: DraftView },
      refusals: ['definition-not-found', 'draft-state'],
    },
    async ({ office, parameters, revision, body }, caller) => {
      const which = { organisation: caller.organisation, ...parameters };
      const draft = await draftIn(office, which, { revision, status: ['review', 'approved'] });
      if (!draft.ok) return draft;
      const returned = { by: caller.person?._id ?? '', at: instant(office.desk.clock.now()), ...body };
      const saved = await stepDraft(office, caller, draft.value, { status: 'draft', returned }, 'definition.returned', ofReview);
      return saved.ok ? revised(await viewOf(office, saved.value), saved.value.revision) : saved;
    },
  ),
  route(
    'post',
    {
      operation: 'approveDefinition',
      path: '/definitions/{definition}/draft/approval',
      summary:
        'Approve what somebody else drew, once every comment is settled and every rule that must hold does; the password is asked for again',
      tag,
      edits: true,
      body: ApprovalWish,
      answers: { 200: DraftView },
      refusals: [
        'definition-not-found',
        'draft-state',
        'second-person-needed',
        'password-wrong',
        'too-many-attempts',
        'comments-open',
        'findings',
        'standards-open',
        'too-many-requests',
      ],
    },
    async ({ office, parameters, revision, body, address }, caller) => {
      const which = { organisation: caller.organisation, ...parameters };
      const draft = await draftIn(office, which, { revision, status: ['review'] });
      if (!draft.ok) return draft;
      const { person } = caller;
      if (person === undefined || [...editorsOf(draft.value), draft.value.submittedBy].includes(person._id))
        return refuse({ code: 'second-person-needed', person: person?._id ?? '' });
      const confirmed = await confirmPassword(office.desk, { person, password: body.password, address });
      if (!confirmed.ok) return confirmed;
      const open = await countOpenComments(office, which);
      if (open > 0) return refuse({ code: 'comments-open', open });
      const { findings, definition } = await examine(office, which.organisation, JSON.parse(draft.value.text));
      if (!definition) return refuse({ code: 'findings', errors: findings.filter(({ severity }) => severity === 'error').length });
      const standing = await standingOf(office, which.organisation, { definition, authors: editorsOf(draft.value) });
      if (!standing.ok) return standing;
      if (standing.value.open.length > 0) return refuse(standardsOpen(standing.value.open));
      const next = {
        status: 'approved',
        approvedBy: person._id,
        approvedAt: instant(office.desk.clock.now()),
        approval: { hash: standing.value.hash, packs: standing.value.packs },
      } as const;
      const saved = await stepDraft(office, caller, draft.value, next, 'definition.approved');
      return saved.ok ? revised(await viewOf(office, saved.value), saved.value.revision) : saved;
    },
  ),
];
