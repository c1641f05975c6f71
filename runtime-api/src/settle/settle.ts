import type { Ports } from '../ports.ts';
import type { Commit } from '../store/commit.ts';
import { insertNew } from '../store/insert-new.ts';
import type { Contents } from '../store/journal-line.ts';
import { sentByHand } from '../store/models/letter.ts';
import type { TaskDocument } from '../store/models/task.ts';
import { ownRows } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { isNoted, isPosted, type Unsettled, type UnsettledEffect, type UnsettledStep } from '../store/unsettled.ts';

/**
 * Copies what commits left in their case: lines, contents, effects, task rows. By any process, as often as it likes, in the order of revisions.
 * Nothing leaves the case before its copy is acknowledged.
 */
export async function settle(organisation: string, unsettled: Unsettled, ports: Pick<Ports, 'store' | 'clock'>): Promise<void> {
  // Side by side, so that they share one commit of the disk: the effects wait for nothing in the lines.
  await Promise.all([settleSteps(unsettled.steps, ports), settleEffects(organisation, unsettled.effects, ports.store)]);
}

async function settleSteps(steps: readonly UnsettledStep[], { store, clock }: Pick<Ports, 'store' | 'clock'>): Promise<void> {
  const writtenAt = new Date(clock.now()).toISOString();
  for (const step of steps) await settleStep(step, writtenAt, store);
}

async function settleEffects(organisation: string, effects: readonly UnsettledEffect[], store: Store): Promise<void> {
  const rows = effects.flatMap((effect) => ('put' in effect ? [effect.put] : []));
  if (rows.length > 0) await insertNew(() => store.effects.insertMany(rows, ownRows));
  for (const effect of effects) await settleDecision(organisation, effect, store);
}

/** `Ports.settle`: after a commit of this process. The case then knows what is copied. */
export const settler =
  (ports: Pick<Ports, 'store' | 'clock' | 'cases'>) =>
  async (commit: Commit): Promise<void> => {
    if (ports.cases.copied(commit)) return;
    await settle(commit.organisation, commit.unsettled, ports);
    ports.cases.settled(commit, commit.document.revision);
  };

async function settleStep(step: UnsettledStep, writtenAt: string, store: Store): Promise<void> {
  await Promise.all([
    insertNew(() => store.contents.insertMany([step.contents], ownRows)),
    insertNew(() => store.journal.insertMany([{ ...step.line, writtenAt }], ownRows)),
    ...step.tasks.map((row) => settleTask(row, step.line.opened.includes(row.task), store)),
    ...step.tasks.filter(isPosted).map((row) => printed(row, step.contents.text, store)),
    ...(isNoted(step) ? [noted(step, store)] : []),
  ]);
}

/** A row is replaced only by a higher revision of its case. A task that this step opened has most likely no row yet. */
async function settleTask(row: TaskDocument, opened: boolean, store: Store): Promise<void> {
  const insert = () => insertNew(() => store.tasks.insertMany([row], ownRows));
  if (opened && (await insert())) return;
  if (!(await replaceOlder(row, store))) await insert();
}

async function replaceOlder(row: TaskDocument, store: Store): Promise<boolean> {
  const { _id, organisation, ...fields } = row;
  const gone = (['assignee', 'dueAt', 'severity', 'priority', 'number'] as const).filter((field) => row[field] === undefined);
  const change = {
    $set: fields,
    ...(gone.length === 0 ? {} : { $unset: Object.fromEntries(gone.map((field) => [field, ''])) }),
  };
  const replaced = await store.tasks.updateOne({ organisation, _id, revision: { $lt: row.revision } }, change);
  return replaced.matchedCount === 1;
}

async function printed(row: TaskDocument, contents: string, store: Store): Promise<void> {
  if (row.letter === undefined) return;
  const { payload } = JSON.parse(contents) as Contents;
  const how = payload?.how;
  const at = payload?.sentAt;
  const sent = {
    at: typeof at === 'string' ? at : (row.doneAt ?? row.openedAt),
    how: typeof how === 'string' ? how : 'post',
    ...(row.doneBy === undefined ? {} : { by: row.doneBy }),
  };
  await store.letters.updateOne({ organisation: row.organisation, _id: row.letter, state: 'to-print' }, { $set: { state: 'sent', sent } });
}

async function noted({ line, contents }: UnsettledStep, store: Store): Promise<void> {
  const { payload } = JSON.parse(contents.text) as Contents;
  const { letter, how, sentAt } = payload ?? {};
  if (typeof letter !== 'string') return;
  const by = line.by?.person ?? line.by?.service;
  const sent = {
    at: typeof sentAt === 'string' ? sentAt : line.at,
    how: typeof how === 'string' ? how : 'post',
    ...(by === undefined ? {} : { by }),
  };
  await store.letters.updateOne(
    { organisation: line.organisation, _id: letter, state: { $in: [...sentByHand] } },
    { $set: { state: 'sent', sent } },
  );
}

async function settleDecision(organisation: string, effect: UnsettledEffect, store: Store): Promise<void> {
  if ('revive' in effect) {
    await store.effects.updateOne(
      { organisation, _id: effect.revive, state: 'incident' },
      { $set: { state: 'open', nextAt: effect.at, attempts: 0 } },
    );
  } else if ('skip' in effect) {
    await store.effects.updateOne(
      { organisation, _id: effect.skip, state: 'incident' },
      { $set: { state: 'open', nextAt: effect.at, attempts: 0, skip: true } },
    );
  } else if ('close' in effect) {
    await store.effects.updateOne(
      { organisation, _id: effect.close, state: 'incident' },
      { $set: { state: 'done', note: 'by-hand', doneAt: effect.at } },
    );
  }
}
