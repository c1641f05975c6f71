import type { Static } from '@sinclair/typebox';
import { type ListedCase, listedFields, seenState } from '../../store/listed-case.ts';
import type { CaseDocument } from '../../store/models/case.ts';
import type { Caller } from '../caller.ts';
import type { Office } from '../office.ts';
import type { RelatedCase } from '../shapes/cases.ts';
import { stepsOf } from './case-row.ts';
import { words } from './form-view.ts';
import { stateBy } from './offer-view.ts';
import { asReader } from './read-case.ts';

type View = Static<typeof RelatedCase>;
/** Further up is no family but a loop. */
const generationsMax = 20;

/** Cases that steps of this one began, oldest first. */
export async function childrenOf(office: Office, caller: Caller, { organisation, _id }: CaseDocument): Promise<View[]> {
  const found = await office.ports.store.cases
    .find({ organisation, 'parent.caseId': _id }, listedFields)
    .sort({ createdAt: 1, _id: 1 })
    .limit(100)
    .lean<ListedCase[]>();
  return Promise.all(found.map((document) => relatedCase(office, caller, document)));
}

/** The case whose step began this one. */
export async function parentOf(office: Office, caller: Caller, { organisation, parent }: CaseDocument): Promise<View | undefined> {
  const found = parent && (await office.ports.store.cases.findOne({ organisation, _id: parent.caseId }, listedFields).lean<ListedCase>());
  return found ? relatedCase(office, caller, found) : undefined;
}

/** The complaint at the head of the family, for those who know it by its number: nothing for a case that came from no other. */
export async function originOf(
  office: Office,
  { organisation, parent }: Pick<CaseDocument, 'organisation' | 'parent'>,
): Promise<{ readonly id: string; readonly number?: string } | undefined> {
  let above = parent;
  for (let generation = 0; above !== undefined && generation < generationsMax; generation += 1) {
    const loaded = await office.ports.cases.load({ organisation, caseId: above.caseId }, false);
    if (!loaded.ok) return undefined;
    const { _id: id, number, parent: next } = loaded.value.document;
    if (next === undefined) return { id, ...(number === undefined ? {} : { number }) };
    above = next;
  }
  return undefined;
}

/** What everybody who reads a case is told of its relatives; only whoever may read those too gets there. */
async function relatedCase(office: Office, caller: Caller, document: ListedCase): Promise<View> {
  const { definition, title: definitionTitle } = await office.ports.definitions.described(document.organisation, document.definition);
  const read = await asReader(office, caller, { document, state: seenState(document) });
  const { _id: id, number, title, status, outcome, parent } = document;
  const active = definition ? document.states.filter((state) => stateBy(definition.machine.states, state) !== undefined) : [];
  return {
    id,
    ...(number === undefined ? {} : { number }),
    title,
    definition: document.definition.id,
    definitionTitle: words(definitionTitle),
    status,
    ...(outcome === undefined ? {} : { outcome }),
    steps: definition && status === 'active' ? [...stepsOf(definition, active)] : [],
    ...(parent === undefined ? {} : { step: parent.step }),
    readable: read !== undefined,
  };
}
