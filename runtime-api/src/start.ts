import { begin, importCase as importFields, ok, type Result, refuse, type Start, type Step } from '@redress/engine';
import type { CaseStart } from './case-event.ts';
import { afterCommit, deliveredBy } from './deliver.ts';
import type { Delivered } from './delivered.ts';
import type { DefinitionReference, Ports, Runnable } from './ports.ts';
import type { Refusal } from './refusal.ts';
import { reserveBusinessKey } from './register/business-key.ts';
import { type Commit, commitOf } from './store/commit.ts';

/** Cases that stand between a case and an event from outside: more is a loop between procedures. */
export const hopsMax = 50;

/** A new case: one insert, under an id that the caller made from what must not happen twice. */
export function start(starting: CaseStart, ports: Ports): Promise<Result<Delivered, Refusal>> {
  return ports.turns.take(starting.caseId, async () => {
    const before = await answerToStart(starting, ports);
    if (before !== undefined) return before;
    if ((starting.hops ?? 0) > hopsMax) return refuse({ code: 'too-many-hops', hops: starting.hops ?? 0 });
    const at = new Date(ports.clock.now()).toISOString();
    if (starting.receivedAt > at)
      return refuse({
        code: 'received-in-future',
        receivedAt: starting.receivedAt,
      });

    const found = await runnableFor(starting, ports);
    if (!found.ok) return found;
    const { reference, runnable } = found.value;
    const step = begin(runnable.compiled, begunBy(starting, at, runnable));
    if (!step.ok) return step;
    return enter({ starting, type: 'case.begin', at, step: step.value, reference, runnable }, ports);
  });
}

/** A case that happened elsewhere: searchable, without machine, tasks, timers or letters. */
export function importCase(starting: CaseStart, ports: Ports): Promise<Result<Delivered, Refusal>> {
  return ports.turns.take(starting.caseId, async () => {
    const before = await answerToStart(starting, ports);
    if (before !== undefined) return before;
    const at = new Date(ports.clock.now()).toISOString();
    if (starting.receivedAt > at)
      return refuse({
        code: 'received-in-future',
        receivedAt: starting.receivedAt,
      });
    const found = await runnableFor(starting, ports);
    if (!found.ok) return found;
    const step = importFields(found.value.runnable.compiled, begunBy(starting, at, found.value.runnable));
    if (!step.ok) return step;
    return enter({ starting, type: 'case.imported', at, step: step.value, ...found.value }, ports);
  });
}

const begunBy = (starting: CaseStart, at: string, runnable: Runnable): Start => ({
  caseId: starting.caseId,
  channel: starting.channel,
  receivedAt: starting.receivedAt,
  input: starting.input,
  event: { id: starting.id, type: 'case.begin', at, ...(starting.by === undefined ? {} : { by: starting.by }) },
  calendars: runnable.calendars,
  ...(starting.parent === undefined ? {} : { parent: starting.parent }),
  ...(starting.keptAway === undefined ? {} : { keptAway: starting.keptAway }),
});

interface Entering {
  readonly starting: CaseStart;
  readonly type: string;
  readonly at: string;
  readonly step: Step;
  readonly reference: DefinitionReference;
  readonly runnable: Runnable;
}

async function enter(entering: Entering, ports: Ports): Promise<Result<Delivered, Refusal>> {
  const { starting, at, step } = entering;
  if (starting.businessKey !== undefined) {
    const reserved = await reserveBusinessKey(
      {
        organisation: starting.organisation,
        businessKey: starting.businessKey,
        caseId: starting.caseId,
        at,
      },
      ports,
    );
    if (!reserved.ok) return reserved;
  }
  const commit = commitOf({
    organisation: starting.organisation,
    definition: entering.reference,
    described: entering.runnable.definition,
    event: {
      id: starting.id,
      type: entering.type,
      bodyHash: starting.bodyHash,
      payload: {
        values: starting.input,
        ...(starting.recorded === undefined ? {} : { recorded: { ...starting.recorded } }),
      },
      ...(starting.by === undefined ? {} : { by: starting.by }),
    },
    at,
    step,
    hops: starting.hops ?? 0,
    salt: ports.random.id(),
    ...(starting.businessKey === undefined ? {} : { businessKey: starting.businessKey }),
  });
  if (await inserted(commit, ports)) {
    await afterCommit(commit, ports);
    return ok(deliveredBy(commit));
  }
  return (await answerToStart(starting, ports)) ?? refuse({ code: 'case-exists', caseId: starting.caseId });
}

/** A write without an answer may have happened: the case itself tells. */
async function inserted(commit: Commit, ports: Ports): Promise<boolean> {
  try {
    return await ports.cases.insert(commit);
  } catch (problem) {
    const found = await ports.cases.load(commit, true);
    if (!found.ok) throw problem;
    const first = await ports.journal.answerTo(
      {
        ...commit,
        id: commit.unsettled.steps[0]?.line.eventId ?? '',
        type: '',
        bodyHash: commit.unsettled.steps[0]?.line.bodyHash ?? '',
        ...(commit.unsettled.steps[0]?.line.by === undefined ? {} : { by: commit.unsettled.steps[0].line.by }),
      },
      found.value,
    );
    if (first === undefined || !first.ok) throw problem;
    return true;
  }
}

/** The same start again gets the first answer; another one under the id of a case is refused. */
async function answerToStart(starting: CaseStart, ports: Ports): Promise<Result<Delivered, Refusal> | undefined> {
  const found = await ports.cases.load(starting, false);
  if (!found.ok) return undefined;
  const answer = await ports.journal.answerTo({ ...starting, type: 'case.begin' }, found.value);
  return answer ?? refuse({ code: 'case-exists', caseId: starting.caseId });
}

async function runnableFor(
  starting: CaseStart,
  ports: Ports,
): Promise<Result<{ readonly reference: DefinitionReference; readonly runnable: Runnable }, Refusal>> {
  const reference = await ports.definitions.current(starting.organisation, starting.definition.id, starting.definition.version);
  if (reference === undefined)
    return refuse({
      code: 'definition-not-found',
      definition: starting.definition.id,
    });
  const runnable = await ports.definitions.of(starting.organisation, reference);
  return runnable.ok ? ok({ reference, runnable: runnable.value }) : runnable;
}
