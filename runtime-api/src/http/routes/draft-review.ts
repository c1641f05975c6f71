import { refuse } from '@redress/engine';
import { definitionHash } from '../../definitions/definition-hash.ts';
import { confirmPassword } from '../../people/confirm-password.ts';
import { instant } from '../../people/desk.ts';
import { namesOf } from '../../people/persons.ts';
import { draftIn } from '../draft-in.ts';
import { present } from '../present.ts';
import { answer, type Route, revised, route } from '../route.ts';
import { stepDraft } from '../save-draft.ts';
import { DraftView } from '../shapes/definitions.ts';
import { ReviewedDraft, WithReason } from '../shapes/draft-review.ts';
import { ApprovalWish } from '../shapes/standards.ts';
import { countOpenComments } from '../views/comment-view.ts';
import { editorsOf, examine, hasDrawn, readDraft, viewOf } from '../views/draft-view.ts';
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
      const { text, layout = '{}' } = draft.value;
      const seen = { by: caller.person?._id ?? '', at: instant(office.desk.clock.now()) };
      const next = {
        status: 'draft',
        returned: { ...seen, ...body },
        // Whoever drew it takes it back and has reviewed nothing.
        ...(hasDrawn(draft.value, seen.by) ? {} : { reviewed: { ...seen, text, layout } }),
      } as const;
      const saved = await stepDraft(office, caller, draft.value, next, 'definition.returned', ofReview);
      return saved.ok ? revised(await viewOf(office, saved.value), saved.value.revision) : saved;
    },
  ),
  route(
    'get',
    {
      operation: 'readReviewedDraft',
      path: '/definitions/{definition}/draft/reviewed',
      summary: 'What a second person looked at last before it was sent back: the next review begins there',
      tag,
      answers: { 200: ReviewedDraft },
      refusals: ['definition-not-found', 'not-found'],
    },
    async ({ office, parameters: { definition } }, { organisation }) => {
      const draft = await readDraft(office, organisation, definition);
      if (!draft) return refuse({ code: 'definition-not-found', definition });
      if (!draft.reviewed) return refuse({ code: 'not-found', what: 'review', id: definition });
      const { by, at, text, layout } = draft.reviewed;
      const names = await namesOf(office.desk, organisation, [by]);
      return answer({ ...present({ by: names.get(by) }), at, document: JSON.parse(text), layout: JSON.parse(layout) });
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
      if (person === undefined || hasDrawn(draft.value, person._id))
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
