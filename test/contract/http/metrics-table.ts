/** Every figure that `/metrics` exposes, with its labels: whoever builds dashboards and alerts relies on these names. */
export const metricsTable: {
  readonly [name: string]: { readonly kind: 'counter' | 'gauge' | 'histogram'; readonly labels: readonly string[] };
} = {
  redress_broadcast_clients: { kind: 'gauge', labels: [] },
  redress_cas_conflicts_total: { kind: 'counter', labels: [] },
  redress_cases_completed_total: { kind: 'counter', labels: ['definition', 'outcome', 'version'] },
  redress_cases_open: { kind: 'gauge', labels: ['definition', 'state'] },
  redress_cases_started_total: { kind: 'counter', labels: ['definition', 'version'] },
  redress_clock_skew_seconds: { kind: 'gauge', labels: [] },
  redress_figures_truncated: { kind: 'gauge', labels: ['figure'] },
  redress_incidents_open: { kind: 'gauge', labels: ['kind'] },
  redress_outbox_oldest_seconds: { kind: 'gauge', labels: [] },
  redress_outbox_pending: { kind: 'gauge', labels: [] },
  redress_request_duration_seconds: { kind: 'histogram', labels: ['operation', 'status'] },
  redress_sla_breaches_total: { kind: 'counter', labels: ['clause'] },
  redress_tasks_open: { kind: 'gauge', labels: ['group', 'overdue'] },
  redress_timer_lateness_seconds: { kind: 'histogram', labels: [] },
  redress_timers_due: { kind: 'gauge', labels: [] },
  redress_timers_pending: { kind: 'gauge', labels: [] },
  redress_transition_duration_seconds: { kind: 'histogram', labels: [] },
  redress_transitions_total: { kind: 'counter', labels: ['definition', 'kind'] },
  redress_unsettled_cases: { kind: 'gauge', labels: [] },
};
