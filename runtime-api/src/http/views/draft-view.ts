import { compile, type Definition, type Finding, findingsBeside, findingsOfWaiting, parseDefinition } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { schemaTool } from '../../definitions/schema-tool.ts';
import { namesOf } from '../../people/persons.ts';
import { unheldRoles } from '../../people/unheld-roles.ts';
import type { Approval, DefinitionDraftDocument } from '../../store/models/definition.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { DraftView } from '../shapes/definitions.ts';
import type { Approved } from '../shapes/standards.ts';
import { countOpenComments } from './comment-view.ts';
import { definitionsBeside } from './known-definitions.ts';

export const draftId = (organisation: string, definition: string) => `${organisation}:${definition}`;
/** The draft that is being drawn, if any. */
export const readDraft = async (office: Office, organisation: string, definition: string): Promise<DefinitionDraftDocument | undefined> => {
  const last = await lastDraft(office, organisation, definition);
  return last?.status === 'published' ? undefined : last;
};
/** The same, or what is left of the one that was published last. */
export const lastDraft = async (
  { ports }: Office,
  organisation: string,
  definition: string,
): Promise<DefinitionDraftDocument | undefined> =>
  (await ports.store.definitionDrafts.findOne({ organisation, _id: draftId(organisation, definition) }).lean<DefinitionDraftDocument>()) ??
  undefined;

/** There is something of that name to sign for: a draft, or what was published. */
export async function isKnown(
  office: Office,
  { organisation, definition }: { readonly organisation: string; readonly definition: string },
): Promise<boolean> {
  if (await lastDraft(office, organisation, definition)) return true;
  return (await office.ports.store.definitionVersions.findOne({ organisation, definition }, { _id: 1 }).lean()) !== null;
}

/** The store's word for a draft that somebody looks at is older than the people's. */
export const stateOfDraft = ({ status }: Pick<DefinitionDraftDocument, 'status'>): Static<typeof DraftView>['state'] =>
  status === 'review' ? 'submitted' : status;

export async function viewOf(office: Office, draft: DefinitionDraftDocument): Promise<Static<typeof DraftView>> {
  const { organisation, definition, editedBy, submittedBy = '', approvedBy = '', returned, reviewed } = draft;
  const editors = editorsOf(draft);
  const [names, openComments] = await Promise.all([
    namesOf(office.desk, organisation, [...editors, submittedBy, approvedBy, returned?.by ?? '', reviewed?.by ?? '']),
    countOpenComments(office, { organisation, definition }),
  ]);
  const { submittedAt, why, approvedAt, approval, hash, basedOn } = draft;
  return {
    id: definition,
    revision: draft.revision,
    state: stateOfDraft(draft),
    document: JSON.parse(draft.text),
    layout: JSON.parse(draft.layout ?? '{}'),
    scenarios: JSON.parse(draft.scenarios ?? '{}'),
    updatedAt: draft.updatedAt,
    ...present({ updatedBy: names.get(editedBy), submittedBy: names.get(submittedBy), approvedBy: names.get(approvedBy) }),
    ...present({ submittedAt, why, approvedAt, hash, basedOn }),
    ...(approval ? { approval: approvalView(approval) } : {}),
    editors: editors.flatMap((person) => names.get(person) ?? []),
    ...(returned ? { returned: present({ by: names.get(returned.by), at: returned.at, why: returned.why }) } : {}),
    ...(reviewed ? { reviewed: present({ by: names.get(reviewed.by), at: reviewed.at }) } : {}),
    openComments,
  };
}

/** As it is told. */
export const approvalView = ({ hash, packs }: Approval): Static<typeof Approved> => ({ hash, packs: [...packs] });

/** Everybody who edited since the last publication. */
export const editorsOf = ({ editors = [], editedBy }: Pick<DefinitionDraftDocument, 'editors' | 'editedBy'>): readonly string[] => [
  ...new Set([...editors, editedBy]),
];

/** Whether somebody drew what is to be published next, or sent it to review: he is no second person. */
export const hasDrawn = (draft: DefinitionDraftDocument, person: string): boolean =>
  [...editorsOf(draft), draft.submittedBy].includes(person);

/** What the engine says of a document: findings of the parser, else of the compiler, alone and beside what it starts and what waits for it; and roles of ours that nobody holds. `others`: what it stands beside. */
export async function examine(
  office: Office,
  organisation: string,
  document: unknown,
): Promise<{ readonly findings: readonly Finding[]; readonly definition?: Definition; readonly others: readonly Definition[] }> {
  const parsed = parseDefinition(document);
  if (!parsed.ok) return { findings: parsed.refusal, others: [] };
  const definition = parsed.value;
  const { machine, findings } = compile(definition, { schemas: schemaTool() });
  const others = await definitionsBeside(office, organisation);
  const beside = [...findingsBeside(definition, others), ...findingsOfWaiting(definition, others)];
  const unheld = (await unheldRoles(office.desk, organisation, definition)).map(
    (role): Finding => ({ code: 'role-not-held', severity: 'warning', at: `/roles/${role}`, facts: { role } }),
  );
  const runs = machine !== undefined && beside.every(({ severity }) => severity !== 'error');
  return { findings: [...findings, ...beside, ...unheld], ...(runs ? { definition } : {}), others };
}
