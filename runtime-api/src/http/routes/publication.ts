import { isDeepStrictEqual } from 'node:util';
import { ok, type Result, refuse } from '@redress/engine';
import { takenAt } from '../../definitions/in-force.ts';
import { publish } from '../../definitions/publish.ts';
import { instant } from '../../people/desk.ts';
import { noteInPeopleLog } from '../../people/people-log.ts';
import type { DefinitionDraftDocument, DefinitionVersionDocument } from '../../store/models/definition.ts';
import { draftIn } from '../draft-in.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import { answer, done, type Route, route } from '../route.ts';
import { Published } from '../shapes/definitions.ts';
import { PublicationWish, RepublicationWish, RetirementWish } from '../shapes/draft-review.ts';
import { gateNotMet, tryDraft } from '../try-draft.ts';
import { editorsOf } from '../views/draft-view.ts';
import { findingsOn, isApproved } from '../views/finding-view.ts';
import { standardsOpen, standingOf } from '../views/standards-view.ts';
import { readVersion } from '../views/version-view.ts';

const tag = 'definitions';
const asTried = ['findings', 'gate-not-met', 'standards-open', 'definition-not-runnable', 'too-many-requests'] as const;

/** From when on new cases take it, as it is stored; refused if that is not to come. */
function timeToCome({ desk }: Office, validFrom: string | undefined): Result<string | undefined, HttpRefusal> {
  if (validFrom === undefined) return ok(undefined);
  const at = Date.parse(validFrom);
  if (at > desk.clock.now()) return ok(instant(at));
  return refuse({ code: 'request-invalid', problems: [{ at: '/validFrom', keyword: 'future', facts: {} }] });
}

/** What can run, was tried out and stands to the rules as publishing asks. */
async function triedFor(office: Office, document: Parameters<typeof tryDraft>[1], authors: readonly string[]) {
  const tried = await tryDraft(office, document);
  if (!tried.ok) return tried;
  if (!tried.value.gate.met) return refuse(gateNotMet(tried.value.gate));
  const standing = await standingOf(office, document.organisation, { definition: tried.value.definition, authors });
  if (!standing.ok) return standing;
  if (standing.value.open.length > 0) return refuse(standardsOpen(standing.value.open));
  return ok({ ...tried.value, approval: { hash: standing.value.hash, packs: standing.value.packs } });
}

/** It is over: what it was is in the version now. Where the steps stand and how far it was counted go on with the next draft. */
async function endDraft({ ports }: Office, { organisation, _id, revision, definition }: DefinitionDraftDocument): Promise<void> {
  const over = [
    'submittedBy',
    'submittedAt',
    'why',
    'hash',
    'approvedBy',
    'approvedAt',
    'approval',
    'returned',
    'reviewed',
    'history',
  ] as const;
  await ports.store.definitionDrafts.updateOne(
    { organisation, _id, revision },
    {
      $set: { status: 'published', text: '{}', editors: [], recent: [] },
      $unset: Object.fromEntries(over.map((name) => [name, ''])),
    },
  );
  ports.live.tell({ organisation, kind: 'definition', definition, revision });
}

export const publicationRoutes: readonly Route[] = [
  route(
    'post',
    {
      operation: 'publishDefinition',
      path: '/definitions/{definition}/publication',
      summary: 'Make the approved draft the version for new cases, at once or from a date on; running cases stay on theirs',
      tag,
      edits: true,
      body: PublicationWish,
      bodyOptional: true,
      answers: { 200: Published },
      refusals: ['definition-not-found', 'draft-state', 'approval-void', ...asTried],
    },
    async ({ office, parameters, revision, body }, { organisation, person }) => {
      const which = { organisation, ...parameters };
      const needs = { revision, status: ['approved'] } as const;
      const approved = await draftIn(office, which, needs);
      if (!approved.ok) return approved;
      const from = timeToCome(office, body.validFrom);
      if (!from.ok) return from;
      const tried = await triedFor(office, approved.value, editorsOf(approved.value));
      if (!tried.ok) return tried;
      if (!isDeepStrictEqual(approved.value.approval, tried.value.approval)) return refuse({ code: 'approval-void' });
      // Trying it out took a while, in which it may have been taken back.
      const draft = await draftIn(office, which, needs);
      if (!draft.ok) return draft;
      const { submittedBy, approvedBy, approvedAt, approval, history, begunIn = 0, scenarios = '{}', layout = '{}' } = draft.value;
      // What was found since then nobody has approved.
      const findings = await findingsOn(office, which, begunIn);
      if (!isApproved(findings, approvedAt)) return refuse({ code: 'approval-void' });
      const made = await publish(
        {
          organisation,
          definition: tried.value.definition,
          scenarios: JSON.parse(scenarios),
          layout: JSON.parse(layout),
          drawn: { from: begunIn, to: revision },
          findings,
          ...present({ publishedBy: person?._id, submittedBy, approvedBy, approvedAt, approval, history, validFrom: from.value }),
          ...present({ why: body.why ?? draft.value.why }),
        },
        office.ports,
      );
      await endDraft(office, draft.value);
      await noteInPeopleLog(office.desk, {
        organisation,
        ...present({ by: person?._id }),
        what: 'definition.published',
        facts: { definition: made.id, version: made.version, ...present({ validFrom: from.value }) },
      });
      return answer({ ...made, ...present({ validFrom: from.value }), findings: tried.value.findings });
    },
  ),
  route(
    'post',
    {
      operation: 'republishDefinition',
      path: '/definitions/{definition}/versions/{version}/republication',
      summary: 'Publish an earlier version anew, as the next one: its content was approved when it was first published',
      tag,
      body: RepublicationWish,
      answers: { 200: Published },
      refusals: ['definition-not-found', 'already-in-force', ...asTried],
    },
    async ({ office, parameters, body }, { organisation, person }) => {
      const { definition } = parameters;
      const version = await readVersion(office, organisation, parameters);
      if (!version) return refuse({ code: 'definition-not-found', definition });
      const from = timeToCome(office, body.validFrom);
      if (!from.ok) return from;
      const before = await standing(office, { organisation, definition });
      if (before?.hash === version.hash) return refuse({ code: 'already-in-force', version: before.version });
      if (version.document === undefined) return refuse({ code: 'definition-not-runnable', definition, because: 'damaged' });
      const scenarios = JSON.stringify(version.triedOutBy);
      const drew = version.history?.saves.map((save) => save.person) ?? [];
      const tried = await triedFor(office, { organisation, text: version.text, scenarios }, drew);
      if (!tried.ok) return tried;
      const { submittedBy, approvedBy, approvedAt, approval, findings } = version;
      const made = await publish(
        {
          organisation,
          definition: tried.value.definition,
          scenarios: version.triedOutBy,
          layout: version.drawing,
          restores: version.version,
          why: body.why,
          ...present({ publishedBy: person?._id, submittedBy, approvedBy, approvedAt, approval, findings, validFrom: from.value }),
        },
        office.ports,
      );
      await noteInPeopleLog(office.desk, {
        organisation,
        ...present({ by: person?._id }),
        what: 'definition.republished',
        facts: { definition, version: made.version, restores: version.version, why: body.why, ...present({ validFrom: from.value }) },
      });
      return answer({ ...made, ...present({ validFrom: from.value }), findings: tried.value.findings });
    },
  ),
  route(
    'post',
    {
      operation: 'retireDefinition',
      path: '/definitions/{definition}/retirement',
      summary: 'No new cases, now or later; running ones go on',
      tag,
      body: RetirementWish,
      answers: { 204: 'nothing' },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters, body: { why } }, { organisation, person }) => {
      const { definition } = parameters;
      const versions = await office.ports.store.definitionVersions
        .find({ organisation, definition, status: 'published' }, { version: 1 })
        .lean<Pick<DefinitionVersionDocument, '_id'>[]>();
      if (versions.length === 0) return refuse({ code: 'definition-not-found', definition });
      const retiredAt = instant(office.desk.clock.now());
      const retired = { status: 'retired', retiredAt, retiredWhy: why, ...present({ retiredBy: person?._id }) } as const;
      let count = 0;
      // Who retires it at the same time as somebody else is too late: who did it, and why, is said once.
      for (const { _id } of versions)
        count += (await office.ports.store.definitionVersions.updateOne({ organisation, _id, status: 'published' }, { $set: retired }))
          .modifiedCount;
      if (count === 0) return refuse({ code: 'definition-not-found', definition });
      await noteInPeopleLog(office.desk, {
        organisation,
        ...present({ by: person?._id }),
        what: 'definition.retired',
        facts: { definition, why },
      });
      office.ports.live.tell({ organisation, kind: 'definition' });
      return done;
    },
  ),
];

/** The newest version that was published and not retired, if it is the one in force. While a later one is still to come, publishing anew is how to take that back. */
async function standing(
  { ports, desk }: Office,
  { organisation, definition }: { readonly organisation: string; readonly definition: string },
): Promise<Pick<DefinitionVersionDocument, 'version' | 'hash'> | undefined> {
  const newest = async (which: object) =>
    await ports.store.definitionVersions
      .findOne({ organisation, definition, ...which }, { version: 1, hash: 1 })
      .sort({ version: -1 })
      .lean<Pick<DefinitionVersionDocument, 'version' | 'hash'>>();
  const [inForce, last] = await Promise.all([newest(takenAt(desk.clock.now())), newest({ status: 'published' })]);
  return inForce && inForce.version === last?.version ? inForce : undefined;
}
