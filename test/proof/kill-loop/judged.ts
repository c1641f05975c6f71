import { stuckNow } from '../../../runtime-api/src/store/stuck.ts';
import { verifyAll } from '../../../runtime-api/src/store/verify-chain.ts';
import { type Replayed, replayAll, sameState } from '../replay.ts';
import type { Campaign } from './campaign.ts';
import { compiled, courseOf, lettersOwed, rehearsedCourse } from './course.ts';
import type { Arrival } from './receiver.ts';

export interface Verdict {
  /** Whatever is not as it must be, in words for who reads the failure; empty if all is well. */
  readonly wrong: readonly string[];
  readonly figures: { readonly [name: string]: number };
}

/** Looks at everything that is left after the last process has ended. */
export async function judged(done: Campaign): Promise<Verdict> {
  const { desk, receiver, store } = done;
  const replayed = await replayAll(store, done.organisation, compiled);
  const complaints = replayed.filter(({ document }) => document.parent === undefined);
  const wrong = [
    // Whoever loses the store says so; that is no fault. Without an outage nobody has a reason to.
    ...done.errors.filter((error) => done.outages.length === 0 || !error.startsWith('error ')),
    ...desk.problems.map((problem) => `refused: ${problem}`),
    ...(complaints.length === done.received ? [] : [`${complaints.length} cases of ${done.received} received`]),
    ...(done.calmRepeats === 0 ? [] : [`${done.calmRepeats} letters came twice although nobody died`]),
    ...wrongCases(replayed, complaints),
    ...wrongAcknowledgements(done, replayed),
    ...wrongLetters(receiver.arrivals, lettersOwed(replayed)),
    ...wrongRepeats(done),
    ...(await wrongStore(done)),
  ];
  return {
    wrong,
    figures: {
      cases: replayed.length,
      complaints: complaints.length,
      kills: done.deaths.length,
      storeKills: done.outages.length,
      eventsSent: desk.sent.size,
      eventsAcknowledged: desk.acknowledged,
      retries: [...desk.sent.values()].reduce((sum, { tries }) => sum + tries - 1, 0),
      lines: replayed.reduce((sum, { lines }) => sum + lines.length, 0),
      letters: receiver.arrivals.length - receiver.repeats,
      repeats: receiver.repeats,
      seconds: done.seconds,
    },
  };
}

function wrongCases(replayed: readonly Replayed[], complaints: readonly Replayed[]): readonly string[] {
  return [
    ...replayed
      .filter(({ document }) => document.status !== 'ended' || document.outcome !== 'resolved' || document.incidents.length > 0)
      .map(({ document }) => `${document._id} is ${document.status} ${document.outcome}, incidents ${JSON.stringify(document.incidents)}`),
    ...replayed.filter((one) => !sameState(one)).map(({ document }) => `${document._id} is not what the engine makes of its events`),
    ...complaints
      .filter((one) => courseOf(replayed, one).join() !== rehearsedCourse(one).join())
      .map((one) => `${one.document.title} went ${courseOf(replayed, one).join()}, rehearsed ${rehearsedCourse(one).join()}`),
  ];
}

/** Every acknowledged event is in the journal once, and nobody's event is there that nobody sent. */
function wrongAcknowledgements({ desk }: Campaign, replayed: readonly Replayed[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { lines } of replayed) for (const { eventId, by } of lines) if (by?.person) times.set(eventId, (times.get(eventId) ?? 0) + 1);
  return [
    ...[...desk.sent.values()].filter((sent) => !sent.acknowledged).map(({ event }) => `${event} was never acknowledged`),
    ...[...desk.sent.values()]
      .filter((sent) => sent.acknowledged && times.get(sent.event) !== 1)
      .map(({ event }) => `${event} is in the journal ${times.get(event) ?? 0} times`),
    ...[...times.keys()].filter((event) => !desk.sent.has(event)).map((event) => `${event} was not sent by anybody`),
  ];
}

function wrongLetters(arrivals: readonly Arrival[], owed: readonly string[]): readonly string[] {
  const came = new Set(arrivals.map(({ key }) => key));
  const wanted = new Set(owed);
  return [
    ...(wanted.size === owed.length ? [] : ['two letters have the same key']),
    ...owed.filter((key) => !came.has(key)).map((key) => `letter ${key} never came`),
    ...[...came].filter((key) => !wanted.has(key)).map((key) => `letter ${key} came, and nobody owed it`),
  ];
}

/** A letter comes again only because whoever brought it could not mark it: he died, or the store did, between the two times. One death, one repeat. */
function wrongRepeats({ receiver, deaths, outages }: Campaign): readonly string[] {
  const dead = new Set(deaths.map(({ name }) => name));
  const times = new Map<string, Arrival[]>();
  for (const arrival of receiver.arrivals) times.set(arrival.key, [...(times.get(arrival.key) ?? []), arrival]);
  const owed = (one: Arrival, next: Arrival): boolean =>
    (dead.has(one.from) && one.from !== next.from) || outages.some(({ fromMs, toMs }) => one.atMs <= toMs && next.atMs >= fromMs);
  return [...times].flatMap(([key, came]) =>
    came.slice(1).flatMap((next, n) => {
      const one = came[n];
      return one === undefined || owed(one, next) ? [] : [`letter ${key} was brought by ${one.from}, who lived, and again by ${next.from}`];
    }),
  );
}

async function wrongStore({ store, organisation, nowMs }: Campaign): Promise<readonly string[]> {
  const wrong: string[] = [];
  await verifyAll(store, (fault) => wrong.push(`chain: ${JSON.stringify(fault)}`));
  const stuck = await stuckNow(store, nowMs() + 3_600_000);
  for (const [name, value] of Object.entries(stuck)) if (value !== 0) wrong.push(`stuck: ${value} ${name}`);
  const open = await store.tasks.countDocuments({ organisation, state: 'open' });
  if (open > 0) wrong.push(`${open} tasks are still open`);
  const numbers = await store.register
    .find({ organisation })
    .sort({ series: 1, n: 1 })
    .lean<{ readonly series: string; readonly n: number }[]>();
  const seen = new Map<string, number>();
  for (const { series, n } of numbers) {
    if (n !== (seen.get(series) ?? 0) + 1) wrong.push(`register ${series} goes from ${seen.get(series) ?? 0} to ${n}`);
    seen.set(series, n);
  }
  const cases = await store.cases.countDocuments({ organisation });
  if (numbers.length !== cases) wrong.push(`${numbers.length} register numbers for ${cases} cases`);
  return wrong;
}
