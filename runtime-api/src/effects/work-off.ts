import { deliver } from '../deliver.ts';
import { bodyHash } from '../event-id.ts';
import type { Ports } from '../ports.ts';
import type { EffectDocument } from '../store/models/effect.ts';
import { attemptsMax, backOffMs } from './back-off.ts';
import { close, leaseMs, park, postpone, renew, wakeNext } from './claim.ts';
import type { Performed } from './performed.ts';
import { isEffectKind, performers } from './performers.ts';
import { tellWaiting } from './tell-waiting.ts';

/** Does one claimed effect and writes down how it ended. */
export async function workOff(row: EffectDocument, ports: Ports): Promise<void> {
  const stop = keepClaim(row, ports);
  let performed: Performed;
  try {
    performed = await perform(row, ports);
  } catch (problem) {
    ports.log.warn({ case: row.caseId, effect: row._id, kind: row.kind, problem: String(problem) }, 'effect failed');
    performed = { end: 'failed', reason: 'not-reached', facts: { problem: String(problem).slice(0, 500) } };
  } finally {
    stop();
  }
  await writeEnd(row, performed, ports);
}

async function perform(row: EffectDocument, ports: Ports): Promise<Performed> {
  if (row.skip === true) return skip(row, ports);
  return isEffectKind(row.kind)
    ? performers[row.kind](row, ports)
    : { end: 'hopeless', reason: 'unknown-effect', facts: { kind: row.kind } };
}

/** Renewed at a third of the lease for as long as the work lasts. */
function keepClaim(row: EffectDocument, ports: Ports): () => void {
  let stopped = false;
  let cancel = (): void => undefined;
  const next = (): void => {
    cancel = ports.clock.wake(ports.clock.now() + leaseMs / 3, () => {
      renew(row, ports).then(
        (kept) => kept && !stopped && next(),
        (problem) => ports.log.warn({ effect: row._id, problem: String(problem) }, 'lease not renewed'),
      );
    });
  };
  next();
  return () => {
    stopped = true;
    cancel();
  };
}

async function writeEnd(row: EffectDocument, performed: Performed, ports: Ports): Promise<void> {
  switch (performed.end) {
    case 'done':
    case 'ignored':
      await close(
        row,
        { state: row.skip === true ? 'skipped' : performed.end, ...(performed.note === undefined ? {} : { note: performed.note }) },
        ports,
      );
      if (await wakeNext(row, ports)) ports.work.effectsWaiting();
      return;
    case 'later':
      await postpone(row, { atMs: ports.clock.now() + performed.waitMs, note: performed.note, attempts: row.attempts }, ports);
      return;
    case 'failed': {
      const attempts = row.attempts + 1;
      if (attempts >= attemptsMax) return openIncident(row, performed, ports);
      await postpone(row, { atMs: ports.clock.now() + backOffMs(attempts, ports.random.share()), note: performed.reason, attempts }, ports);
      return;
    }
    case 'hopeless':
      return openIncident(row, performed, ports);
  }
}

/** First the incident in the case, then the row leaves the queue: a crash in between opens the same incident again, not a second one. */
async function openIncident(
  row: EffectDocument,
  failed: { readonly reason: string; readonly facts?: object },
  ports: Ports,
): Promise<void> {
  const payload = { effect: row._id, reason: failed.reason, facts: JSON.parse(JSON.stringify(failed.facts ?? {})) };
  const type = 'incident.opened';
  const id = `incident:${row._id}:${row.fence}`;
  const opened = await deliver(
    { organisation: row.organisation, caseId: row.caseId, type, id, bodyHash: bodyHash(type, payload), payload },
    ports,
  );
  if (opened.ok) await park(row, failed.reason, ports);
  else
    await postpone(
      row,
      { atMs: ports.clock.now() + backOffMs(row.attempts, ports.random.share()), note: opened.refusal.code, attempts: row.attempts },
      ports,
    );
}

/** People decided against it: whoever waits for it is told that it failed; a step that wanted a sub-procedure, that there will be none. */
async function skip(row: EffectDocument, ports: Ports): Promise<Performed> {
  if (row.kind === 'case.start')
    return tellWaiting(row, { type: 'invoke.done', output: { outcome: 'cancelled', returns: {}, reason: 'skipped' } }, ports);
  return tellWaiting(row, { type: 'invoke.failed', output: { reason: 'skipped' } }, ports);
}
