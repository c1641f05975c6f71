import { setTimeout as pause } from 'node:timers/promises';
import { type Event, ok, type Result, refuse } from '@redress/engine';
import type { CaseEvent } from './case-event.ts';
import { type Decision, decide } from './decide.ts';
import type { Delivered } from './delivered.ts';
import type { LoadedCase, Ports } from './ports.ts';
import type { Refusal } from './refusal.ts';
import { type Commit, commitOf } from './store/commit.ts';
import { overDocument } from './store/document-limit.ts';

const attemptsMax = 10;
const pauseMs = 20;

/** The one road a case travels: load, decide, commit, then let the world know. Organisation and actor come with the event. */
export function deliver(event: CaseEvent, ports: Ports): Promise<Result<Delivered, Refusal>> {
  return ports.turns.take(event.caseId, () => travel(event, ports));
}

async function travel(event: CaseEvent, ports: Ports): Promise<Result<Delivered, Refusal>> {
  let fresh = false;
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    const loaded = await ports.cases.load(event, fresh);
    if (!loaded.ok) return loaded;

    const before = await ports.journal.answerTo(event, loaded.value); // Sent twice, answered twice, done once.
    if (before !== undefined) return before;

    const decision = await decide(event, timed(event, loaded.value, ports), loaded.value, ports);
    if (!decision.ok && loaded.value.cached) {
      fresh = true; // Memory may be behind another process: refuse only what a fresh read refuses.
      attempt--;
      continue;
    }
    if (!decision.ok) return decision;

    // One write holds the new state, the journal line and the pending effects: all of it or none.
    const commit = commitFor(event, loaded.value, decision.value, ports);
    const over = event.type.includes('.') ? undefined : overDocument(commit); // Timers, results and cancelling still get through.
    if (over) return over;
    if (await committed(commit, ports)) {
      await afterCommit(commit, ports);
      return ok(deliveredBy(commit, decision.value.incident));
    }
    fresh = true; // Somebody was faster. Decide again: nothing was executed yet.
    ports.work.lostRace();
    if (attempt > 1) await pause(pauseMs * attempt * ports.random.share());
  }
  return refuse({ code: 'busy', caseId: event.caseId });
}

/** Time never runs backwards within a case, whatever the clocks of the servers say. */
function timed(event: CaseEvent, loaded: LoadedCase, ports: Ports): Event {
  const at = Math.max(ports.clock.now(), Date.parse(loaded.state.updatedAt));
  return {
    id: event.id,
    type: event.type,
    at: new Date(at).toISOString(),
    ...(event.by === undefined ? {} : { by: event.by }),
    ...(event.payload === undefined ? {} : { payload: event.payload }),
  };
}

function commitFor(event: CaseEvent, before: LoadedCase, decision: Decision, ports: Ports): Commit {
  return commitOf({
    before,
    organisation: event.organisation,
    definition: before.document.definition,
    event,
    at: decision.step.state.updatedAt,
    step: decision.step,
    hops: event.hops ?? 0,
    salt: ports.random.id(),
    ...(decision.described === undefined ? {} : { described: decision.described }),
    ...(decision.incidents === undefined ? {} : { incidents: decision.incidents }),
    ...(decision.incident === undefined ? {} : { incident: decision.incident }),
    ...(decision.decided === undefined ? {} : { decided: decision.decided }),
  });
}

/** A write without an answer may have happened: the case itself tells. */
async function committed(commit: Commit, ports: Ports): Promise<boolean> {
  try {
    return await ports.cases.commit(commit);
  } catch (problem) {
    ports.log.warn({ case: commit.caseId, problem: String(problem) }, 'write without an answer, reading again');
    const found = await ports.cases.load(commit, true);
    if (!found.ok) throw problem;
    return found.value.document.revision === commit.document.revision && found.value.document.head.hash === commit.document.head.hash;
  }
}

/** Copies for lists and workers, repeated by anyone after a crash; then a hint for those who watch. What is committed stays committed if a copy fails. */
export async function afterCommit(commit: Commit, ports: Ports): Promise<void> {
  try {
    await ports.settle(commit);
  } catch (problem) {
    ports.log.warn({ case: commit.caseId, problem: String(problem) }, 'not settled yet, the sweep will do it');
  }
  ports.work.committed(commit);
  ports.live.tell({
    organisation: commit.organisation,
    kind: 'case',
    caseId: commit.caseId,
    revision: commit.document.revision,
  });
  const rows = commit.unsettled.steps.at(-1)?.tasks ?? [];
  if (rows.length === 0) return;
  const persons = rows.flatMap((row) => row.assignee ?? []);
  ports.live.tell({
    organisation: commit.organisation,
    kind: 'task',
    caseId: commit.caseId,
    queues: [...new Set(rows.map((row) => row.queue))],
    persons: [...new Set(persons)],
  });
}

export function deliveredBy(commit: Commit, incident?: string): Delivered {
  const { document } = commit;
  return {
    organisation: commit.organisation,
    caseId: commit.caseId,
    revision: document.revision,
    status: document.status,
    ...(document.outcome === undefined ? {} : { outcome: document.outcome }),
    states: document.states,
    seen: false,
    ...(incident === undefined ? {} : { incident }),
  };
}
