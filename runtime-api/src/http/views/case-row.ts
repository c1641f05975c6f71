import type { Definition } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { never } from '../../store/case-state.ts';
import type { ListedCase } from '../../store/listed-case.ts';
import type { CaseRow } from '../shapes/cases.ts';
import { words } from './form-view.ts';
import { stateBy, titleOf } from './offer-view.ts';
import type { Reader } from './read-case.ts';

/** Active steps in the order of the document, with the stages around them, outermost first. */
export const stepsOf = (definition: Definition, states: readonly string[]) => states.map((id) => ({ id, title: titleOf(definition, id) }));

/** A case in a list. A title is nobody's personal field: the search keys make it of open ones only. */
export function caseRow(
  document: ListedCase,
  { definition, broken }: Pick<Reader, 'definition' | 'broken'>,
  at: string,
): Static<typeof CaseRow> {
  const due = document.dueSort === never || document.status !== 'active' ? undefined : document.dueSort;
  return {
    id: document._id,
    ...(document.number === undefined ? {} : { number: document.number }),
    ...(document.businessKey === undefined ? {} : { businessKey: document.businessKey }),
    title: document.title,
    definition: document.definition.id,
    definitionTitle: words(definition.title),
    status: document.status,
    ...(document.outcome === undefined ? {} : { outcome: document.outcome }),
    steps: stepsOf(
      definition,
      document.states.filter((id) => stateBy(definition.machine.states, id) !== undefined),
    ),
    ...(document.severity === undefined ? {} : { severity: document.severity }),
    receivedAt: document.startedAt,
    updatedAt: document.updatedAt,
    ...(due === undefined ? {} : { nextDueAt: due }),
    overdue: due !== undefined && due < at,
    incidents: document.incidents.length + (broken !== undefined && document.status === 'active' ? 1 : 0),
    ...(document.parent === undefined ? {} : { parent: document.parent.caseId }),
    revision: document.revision,
  };
}
