import type { MeasureOfCases } from './measure.ts';

/** Whether there are enough people: what is open, how long it waits, and what of it is late (10002/4.3). */
export const capacity: readonly MeasureOfCases[] = [
  {
    id: 'open-overdue',
    rule: '10002/4.3-B',
    kinds: ['complaint'],
    unit: 'share',
    looksAt: 'counted',
    kpi: 'overdue-open',
    reads: () => (lived) => {
      const { standing } = lived.record;
      if (!standing?.isOpen) return [];
      return [standing.dueAt === undefined ? { value: 0 } : { due: standing.dueAt }];
    },
  },
  {
    id: 'open-age',
    rule: '10002/4.3-B',
    kinds: ['complaint'],
    unit: 'days',
    reads:
      () =>
      ({ record: { standing, receivedAt } }) =>
        standing?.isOpen ? [{ since: receivedAt }] : [],
  },
  {
    id: 'open-per-person',
    rule: '10002/4.3-B',
    kinds: ['complaint'],
    unit: 'each',
    reads:
      () =>
      ({ record: { standing } }) =>
        standing?.isOpen ? [...new Set(standing.holders)].map((group) => ({ value: 1, group })) : [],
  },
];
