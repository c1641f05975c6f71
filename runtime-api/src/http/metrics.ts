import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Ports } from '../ports.ts';
import type { Commit } from '../store/commit.ts';
import { sweep } from '../store/tenant.ts';
import { withIncidents } from '../store/with-incidents.ts';

export interface Metrics {
  readonly requestBegins: () => (ended: { readonly operation: string; readonly status: number }) => void;
  readonly timerFired: (lateMs: number) => void;
  readonly lostRace: () => void;
  /** Measures the turn of an event, if its answer is that it changed the case: neither refusals nor repeats. */
  readonly turnBegins: () => (answer: unknown) => void;
  readonly sockets: (change: 1 | -1) => void;
  /** Counts what a commit of this process did. */
  readonly committed: (commit: Commit) => void;
  readonly text: (ports: Pick<Ports, 'store' | 'clock'>, skewMs: () => number) => Promise<string>;
  readonly contentType: string;
}

/** Figures for those who run the server. No case, no person, no organisation is ever a label. */
export function openMetrics(): Metrics {
  const registers = [new Registry()];
  const counter = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Counter({ name: `redress_${name}`, help, labelNames: [...labelNames], registers });
  const gauge = (name: string, help: string) => new Gauge({ name: `redress_${name}`, help, registers });
  const started = counter('cases_started_total', 'Cases begun', ['definition', 'version']);
  const completed = counter('cases_completed_total', 'Cases ended', ['definition', 'version', 'outcome']);
  const transitions = counter('transitions_total', 'Events that changed a case', ['definition', 'kind']);
  const conflicts = counter('cas_conflicts_total', 'Writes that lost their compare-and-set and were decided again');
  const turn = new Histogram({
    name: 'redress_transition_duration_seconds',
    help: 'Reading, deciding, writing and copying one event of a case',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5],
    registers,
  });
  const duration = new Histogram({
    name: 'redress_request_duration_seconds',
    help: 'From the first byte in to the last byte out',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5, 10],
    registers,
  });
  const lateness = new Histogram({
    name: 'redress_timer_lateness_seconds',
    help: 'How late timers fired',
    buckets: [0.1, 1, 10, 60, 600],
    registers,
  });
  const clients = gauge('broadcast_clients', 'Open sockets');
  const gauges = {
    cases: gauge('cases_open', 'Cases that run (counted to 10,000)'),
    tasks: gauge('tasks_open', 'Open tasks (counted to 10,000)'),
    pending: gauge('timers_pending', 'Cases that wait for a time (counted to 10,000)'),
    timers: gauge('timers_due', 'Cases with a timer that is due now'),
    incidents: gauge('incidents_open', 'Cases in which something failed and waits for a decision (counted to 10,000)'),
    unsettled: gauge('unsettled_cases', 'Cases with something not yet copied'),
    waiting: gauge('outbox_pending', 'Effects that may be claimed now'),
    oldest: gauge('outbox_oldest_seconds', 'How long the oldest of them has waited'),
    skew: gauge('clock_skew_seconds', 'Process clock against the clock of the store'),
  };
  return {
    requestBegins: () => {
      const stop = duration.startTimer();
      return ({ operation, status }) => void stop({ operation, status: String(status) });
    },
    timerFired: (lateMs) => lateness.observe(lateMs / 1000),
    lostRace: () => conflicts.inc(),
    turnBegins: () => {
      const stop = turn.startTimer();
      return (answer) => {
        if (isTransition(answer)) stop();
      };
    },
    sockets: (change) => (change === 1 ? clients.inc() : clients.dec()),
    committed: ({ document, expected, unsettled }) => {
      const { id: definition, version } = document.definition;
      const kind = kindOf(unsettled.steps.at(-1)?.line.type ?? '');
      transitions.inc({ definition, kind });
      if (expected === 0) started.inc({ definition, version });
      if (document.status !== 'active' && document.status !== 'imported')
        completed.inc({ definition, version, outcome: document.outcome ?? document.status });
    },
    text: async (ports, skewMs) => {
      await measure(ports, gauges);
      gauges.skew.set(skewMs() / 1000);
      return (await registers[0]?.metrics().then((text) => text)) ?? '';
    },
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
  };
}

function isTransition(answer: unknown): boolean {
  const delivered =
    typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok && 'value' in answer ? answer.value : undefined;
  return typeof delivered === 'object' && delivered !== null && 'seen' in delivered && !delivered.seen;
}

const kindOf = (type: string): string => (type.includes('.') ? (type.split('.')[0] ?? 'other') : 'person');
const countMax = { limit: 10_000 };

async function measure(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  gauges: Record<'cases' | 'tasks' | 'pending' | 'timers' | 'incidents' | 'unsettled' | 'waiting' | 'oldest', Gauge>,
): Promise<void> {
  const now = clock.now();
  const at = new Date(now).toISOString();
  const [open, pending, timers, unsettled, waiting, oldest] = await Promise.all([
    openIn(store),
    sweep(store.cases.countDocuments({ nextDueAt: { $gt: '' } }, countMax), 'metrics'),
    sweep(store.cases.countDocuments({ nextDueAt: { $lte: at } }, countMax), 'metrics'),
    sweep(store.cases.countDocuments({ unsettledAt: { $gt: '' } }, countMax), 'metrics'),
    sweep(store.effects.countDocuments({ nextAt: { $lte: at } }, countMax), 'metrics'),
    sweep(store.effects.findOne({ nextAt: { $lte: at } }, { nextAt: 1 }).sort({ nextAt: 1 }), 'metrics').lean<{ nextAt?: string }>(),
  ]);
  gauges.cases.set(open.cases);
  gauges.tasks.set(open.tasks);
  gauges.incidents.set(open.incidents);
  gauges.pending.set(pending);
  gauges.timers.set(timers);
  gauges.unsettled.set(unsettled);
  gauges.waiting.set(waiting);
  gauges.oldest.set(oldest?.nextAt ? Math.max(0, now - Date.parse(oldest.nextAt)) / 1000 : 0);
}

/** Counted organisation by organisation, because that is how the indexes begin. */
async function openIn(store: Ports['store']): Promise<Record<'cases' | 'tasks' | 'incidents', number>> {
  const sums = { cases: 0, tasks: 0, incidents: 0 };
  for (const { _id: organisation } of await sweep(store.organisations.find({}, { _id: 1 }), 'organisations').lean<
    { readonly _id: string }[]
  >()) {
    sums.cases += await store.cases.countDocuments({ organisation, status: 'active' }, countMax);
    sums.tasks += await store.tasks.countDocuments({ organisation, state: 'open' }, countMax);
    sums.incidents += await store.cases.countDocuments(withIncidents(organisation), countMax);
  }
  return sums;
}
