import { answer, type Route, route } from '../route.ts';
import { ChangedStandards } from '../shapes/standards.ts';
import { changedStandards } from '../views/changed-standards.ts';

/** What the procedures in force, and those on which cases still run, owe to rules that changed, or that the organisation chose, after they were published. */
export const changedStandardsRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'listChangedStandards',
      path: '/standards/changed',
      summary:
        'Versions in force, and older ones on which cases run, that no longer meet rules which changed, or were chosen, since they were published; with how many points',
      tag: 'definitions',
      answers: { 200: ChangedStandards },
      refusals: ['too-many-requests'],
    },
    async ({ office }, { organisation }) => {
      const rows = await changedStandards(office, organisation);
      return rows.ok ? answer({ rows: rows.value }) : rows;
    },
  ),
];
