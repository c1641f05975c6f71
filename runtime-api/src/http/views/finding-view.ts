import type { Static } from '@sinclair/typebox';
import type { DefinitionVersionDocument, KeptFinding } from '../../store/models/definition.ts';
import type { DraftCommentDocument } from '../../store/models/draft-comment.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { FindingCounts } from '../shapes/definitions.ts';
import type { VersionFinding } from '../shapes/draft-review.ts';
import { commentViews, oldestFirst, type WhichDraft } from './comment-view.ts';

/** All findings of a review with their answers: they are kept in one document with the version. */
const bytesMost = 4 * 1024 * 1024;

const isFinding = (one: DraftCommentDocument): one is DraftCommentDocument & KeptFinding => one.finding !== undefined;

/** What officers found in the draft that was begun in this revision, what is open from earlier drafts too; oldest first, as it would stand with the version. */
export async function findingsOn(
  { ports }: Pick<Office, 'ports'>,
  { organisation, definition }: WhichDraft,
  begunIn: number,
): Promise<readonly KeptFinding[]> {
  const find = (which: object) =>
    ports.store.draftComments.find({ organisation, definition, finding: { $exists: true }, ...which }).lean<DraftCommentDocument[]>();
  const [open, settled] = await Promise.all([find({ open: true }), find({ open: false, touchedIn: { $gte: begunIn } })]);
  return oldestFirst([...open, ...settled])
    .filter(isFinding)
    .map(({ _id, element, called, person, at, text, finding, replies, resolved }) => ({
      ...{ _id, element, person, at, text, finding, replies },
      ...present({ called, resolved }),
    }));
}

/** Whether so many bytes more can still be kept with the version. */
export const hasRoom = (findings: readonly KeptFinding[], text: string): boolean =>
  Buffer.byteLength(JSON.stringify(findings)) + Buffer.byteLength(text) <= bytesMost;

/** Whether an approval speaks of all of them: each was settled when it was given. */
export const isApproved = (findings: readonly KeptFinding[], approvedAt = ''): boolean =>
  findings.every(({ resolved }) => resolved !== undefined && resolved.at <= approvedAt);

export async function findingViews(
  office: Pick<Office, 'desk'>,
  organisation: string,
  findings: readonly KeptFinding[],
): Promise<Static<typeof VersionFinding>[]> {
  const told = await commentViews(office, organisation, findings);
  return told.flatMap(({ finding, ...one }) => (finding ? { ...one, finding } : []));
}

/** How many findings of which weight are kept with each version; nothing of a version that keeps none. */
export async function findingCounts(
  { ports }: Pick<Office, 'ports'>,
  { organisation, definition }: WhichDraft,
): Promise<ReadonlyMap<number, Static<typeof FindingCounts>>> {
  const kept = await ports.store.definitionVersions
    .find({ organisation, definition, findings: { $exists: true } }, { version: 1, 'findings.finding': 1 })
    .lean<Pick<DefinitionVersionDocument, 'version' | 'findings'>[]>();
  return new Map(
    kept.map(({ version, findings = [] }) => {
      const count = (weight: KeptFinding['finding']['grade']) => findings.filter(({ finding }) => finding.grade === weight).length;
      return [version, { major: count('major'), minor: count('minor'), observation: count('observation') }];
    }),
  );
}
