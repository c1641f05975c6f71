import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { countCannotRun } from '../definitions/count-cannot-run.ts';
import type { Ports } from '../ports.ts';
import type { Commit } from '../store/commit.ts';
import { type CountingBounds, type Figure, type OpenWork, openWork } from '../store/open-work.ts';

type Measured = Pick<Ports, 'store' | 'clock' | 'definitions'>;

export interface Metrics {
  readonly requestBegins: () => (ended: { readonly operation: string; readonly status: number }) => void;
  readonly timerFired: (lateMs: number) => void;
  readonly lostRace: () => void;
  /** Measures the turn of an event, if its answer is that it changed the case: neither refusals nor repeats. */
  readonly turnBegins: () => (answer: unknown) => void;
  readonly sockets: (change: 1 | -1) => void;
  /** Counts what a commit of this process did. */
  readonly committed: (commit: Commit) => void;
  readonly text: (ports: Measured, skewMs: () => number) => Promise<string>;
  readonly contentType: string;
}

const usualBounds: CountingBounds = { counted: 100_000, read: 2_000 };

/**
 * Figures for those who run the server. No case, no person, no organisation is ever a label. Counters are of this process; gauges are of the whole
 * store, the same from every process, and say by `figures_truncated` where they stopped counting.
 */
export function openMetrics(bounds: CountingBounds = usualBounds): Metrics {
  const registers = [new Registry()];
  const counter = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Counter({ name: `redress_${name}`, help, labelNames: [...labelNames], registers });
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `redress_${name}`, help, labelNames: [...labelNames], registers });
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
  const breaches = counter('sla_breaches_total', 'Clocks of a procedure that ran out, and that is a breach', ['clause']);
  const skew = gauge('clock_skew_seconds', 'Process clock against the clock of the store');
  const show = openWorkGauges(gauge);
  let measuring: Promise<void> | undefined;
  /** Those who ask at the same time get one measurement. */
  const measured = (ports: Measured): Promise<void> => {
    measuring ??= Promise.all([openWork(ports.store, ports.clock.now(), bounds), countCannotRun(ports, bounds.counted)])
      .then(([work, cannotRun]) => show(withCannotRun(work, cannotRun)))
      .finally(() => {
        measuring = undefined;
      });
    return measuring;
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
    committed: ({ document, expected, unsettled, described }) => {
      const { id: definition, version } = document.definition;
      const type = unsettled.steps.at(-1)?.line.type ?? '';
      transitions.inc({ definition, kind: kindOf(type) });
      const [, clock] = /^clock\.([^.]+)\.due$/.exec(type) ?? [];
      if (clock !== undefined && (described?.clocks[clock]?.expiryMeans ?? 'breach') === 'breach')
        breaches.inc({ clause: `${definition}/${clock}` });
      if (expected === 0) started.inc({ definition, version });
      if (document.status !== 'active' && document.status !== 'imported')
        completed.inc({ definition, version, outcome: document.outcome ?? document.status });
    },
    text: async (ports, skewMs) => {
      await measured(ports);
      skew.set(skewMs() / 1000);
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

/** What is open now, as gauges. A label that was there once stays, at 0: a series that vanishes looks like a server that does not answer. */
function openWorkGauges(gauge: (name: string, help: string, labelNames?: readonly string[]) => Gauge): (work: OpenWork) => void {
  const labelled = (name: string, help: string, labelNames: readonly string[]) => {
    const shown = gauge(name, help, labelNames);
    const known = new Map<string, Figure['labels']>();
    return (figures: readonly Figure[]): void => {
      for (const { labels } of figures) known.set(JSON.stringify(labels), labels);
      for (const labels of known.values()) shown.set(labels, 0);
      for (const { labels, value } of figures) shown.set(labels, value);
    };
  };
  const cases = labelled('cases_open', 'Cases that run, by the step they are on; on two steps at once they count twice', [
    'definition',
    'state',
  ]);
  const tasks = labelled('tasks_open', 'Open tasks of a role of a procedure', ['group', 'overdue']);
  const incidents = labelled('incidents_open', 'What failed and waits for a decision', ['kind']);
  const truncated = labelled('figures_truncated', '1: this figure stopped at its bound, there is more', ['figure']);
  const pending = gauge('timers_pending', 'Cases that wait for a time');
  const due = gauge('timers_due', 'Cases with a timer that is due now');
  const unsettled = gauge('unsettled_cases', 'Cases with something not yet copied');
  const waiting = gauge('outbox_pending', 'Effects that may be claimed now');
  const oldest = gauge('outbox_oldest_seconds', 'How long the oldest of them has waited');
  incidents(incidentKinds.map((kind) => ({ labels: { kind }, value: 0 })));
  return (work) => {
    cases(work.cases);
    tasks(work.tasks);
    incidents(work.incidents);
    truncated(bounded.map((figure) => ({ labels: { figure }, value: work.truncated.has(figure) ? 1 : 0 })));
    pending.set(work.pending);
    due.set(work.due);
    unsettled.set(work.unsettled);
    waiting.set(work.waiting);
    oldest.set(work.oldestMs / 1000);
  };
}

/** A case whose procedure cannot run waits as one in which something failed. */
const withCannotRun = (work: OpenWork, { count, truncated }: Awaited<ReturnType<typeof countCannotRun>>): OpenWork => ({
  ...work,
  incidents: [...work.incidents, { labels: { kind: 'procedure' }, value: count }],
  truncated: truncated ? new Set([...work.truncated, 'incidents_open']) : work.truncated,
});

const incidentKinds = ['timer', 'result', 'message', 'effect', 'procedure'];
const bounded = ['cases_open', 'tasks_open', 'incidents_open', 'timers_pending', 'timers_due', 'unsettled_cases', 'outbox_pending'];
