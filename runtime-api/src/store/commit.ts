import type { Actor, CaseState, Definition, JsonObject, Step } from '@redress/engine';
import { effectRow } from '../effects/lane.ts';
import type { DefinitionReference, LoadedCase } from '../ports.ts';
import { type Summary, summaryOf } from '../search/keys.ts';
import { changedTaskRows } from '../settle/task-rows.ts';
import { standingOf, statesOf, storedState } from './case-state.ts';
import { journalLine } from './journal-line.ts';
import type { CaseDocument, CaseIncident } from './models/case.ts';
import { nothingUnsettled, storedUnsettled, type Unsettled, type UnsettledEffect, unsettledOf } from './unsettled.ts';
import { lastFailure } from './with-incidents.ts';

/** One write: the new case, its journal line and the pending effects, all of it or none. */
export interface Commit {
  readonly organisation: string;
  readonly caseId: string;
  /** Revision that the store must still hold; 0 for a new case. */
  readonly expected: number;
  /** As if everything were copied. */
  readonly document: CaseDocument;
  readonly state: CaseState;
  /** What it was decided by, where that could be had. */
  readonly described?: Definition;
  /** All that is not known to be copied, oldest first; the last step is this one. */
  readonly unsettled: Unsettled;
}

export interface CommitFacts {
  readonly before?: LoadedCase;
  readonly organisation: string;
  readonly definition: DefinitionReference;
  /** Words for lists and search; absent where the definition cannot be had. */
  readonly described?: Definition;
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly bodyHash: string;
    readonly by?: Actor;
    readonly payload?: JsonObject;
  };
  readonly at: string;
  readonly step: Step;
  readonly incidents?: readonly CaseIncident[];
  /** The incident that this event opened, retried or skipped. */
  readonly incident?: string;
  readonly decided?: readonly UnsettledEffect[];
  readonly businessKey?: string;
  readonly hops: number;
  readonly salt: string;
}

export function commitOf(facts: CommitFacts): Commit {
  const { before, organisation, step, event, at } = facts;
  const { state } = step;
  const summary = summaryFor(facts);
  const described = {
    organisation,
    definition: facts.definition,
    title: summary.title,
    ...(summary.severity === undefined ? {} : { severity: summary.severity }),
  };
  const kept = storedState(state);
  const tasks = changedTaskRows(
    before,
    { state, document: described },
    {
      type: event.type,
      at,
      ...(event.by === undefined ? {} : { by: event.by }),
      ...(event.payload === undefined ? {} : { payload: event.payload }),
    },
  );
  const openBefore = new Set(before?.state.tasks.map((task) => task.id) ?? []);
  const { line, contents } = journalLine({
    organisation,
    caseId: state.caseId,
    at,
    eventId: event.id,
    type: event.type,
    bodyHash: event.bodyHash,
    by: event.by,
    payload: event.payload,
    step,
    from: before === undefined ? [] : before.document.states,
    to: statesOf(state.snapshot.value),
    opened: state.tasks.filter((task) => !openBefore.has(task.id)).map((task) => task.id),
    closed: tasks.filter((row) => row.state !== 'open').map((row) => row.task),
    incident: facts.incident,
    previous: before?.document.head.hash ?? '',
    salt: facts.salt,
    snapshot: kept.snapshot,
  });
  const earlier = before === undefined ? { steps: [], effects: [] } : unsettledOf(before.document);
  const unsettled: Unsettled = {
    steps: [...earlier.steps, { line, contents, tasks }],
    effects: [
      ...earlier.effects,
      ...step.effects.map((effect, n) => ({
        revision: state.revision,
        put: effectRow(
          {
            organisation,
            caseId: state.caseId,
            revision: state.revision,
            n,
            at,
            hops: facts.hops,
          },
          effect,
        ),
      })),
      ...(facts.decided ?? []),
    ],
  };
  const businessKey = before?.document.businessKey ?? facts.businessKey;
  const incidents = facts.incidents ?? before?.document.incidents ?? [];
  const failedAt = lastFailure(incidents);
  const document: CaseDocument = {
    ...kept,
    organisation,
    definition: facts.definition,
    ...standingOf(facts.definition.id, state),
    createdAt: before?.document.createdAt ?? at,
    title: summary.title,
    ...(summary.severity === undefined ? {} : { severity: summary.severity }),
    searchKeys: summary.searchKeys,
    ...(businessKey === undefined ? {} : { businessKey }),
    unsettled: storedUnsettled(nothingUnsettled),
    head: { revision: state.revision, hash: line.hash },
    incidents,
    ...(failedAt === undefined ? {} : { failedAt }),
    hops: before?.document.hops ?? facts.hops,
  };
  return {
    organisation,
    caseId: state.caseId,
    expected: before?.document.revision ?? 0,
    document,
    state,
    unsettled,
    ...(facts.described === undefined ? {} : { described: facts.described }),
  };
}

/** Words for lists change only with fields, number, or a definition that can be read again. */
function summaryFor(facts: CommitFacts): Summary {
  const { before, step } = facts;
  const unchanged = step.changed.length === 0 && before !== undefined && before.state.number === step.state.number;
  if (before !== undefined && (unchanged || (facts.described === undefined && before.state.status !== 'imported'))) {
    const { title, severity, searchKeys } = before.document;
    return {
      title,
      ...(severity === undefined ? {} : { severity }),
      searchKeys,
    };
  }
  const businessKey = before?.document.businessKey ?? facts.businessKey;
  return summaryOf(facts.described, step.state.snapshot.context, {
    ...(step.state.number === undefined ? {} : { number: step.state.number }),
    ...(businessKey === undefined ? {} : { businessKey }),
  });
}
