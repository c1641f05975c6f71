import type { Route } from './route.ts';
import { accessRoutes } from './routes/access.ts';
import { bundleRoutes } from './routes/bundles.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { caseLeadingRoutes } from './routes/case-leading.ts';
import { caseStartRoutes } from './routes/case-start.ts';
import { caseRoutes } from './routes/cases.ts';
import { changedStandardsRoutes } from './routes/changed-standards.ts';
import { definitionDraftRoutes } from './routes/definition-drafts.ts';
import { definitionVersionRoutes } from './routes/definition-versions.ts';
import { definitionRoutes } from './routes/definitions.ts';
import { draftCommentRoutes } from './routes/draft-comments.ts';
import { draftReviewRoutes } from './routes/draft-review.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { formDraftRoutes } from './routes/form-drafts.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { inspectionRoutes } from './routes/inspection.ts';
import { letterRoutes } from './routes/letters.ts';
import { myRoutes } from './routes/me.ts';
import { operationRoutes } from './routes/operation.ts';
import { organisationRoutes } from './routes/organisation.ts';
import { overviewRoutes } from './routes/overview.ts';
import { peopleRoutes } from './routes/people.ts';
import { publicationRoutes } from './routes/publication.ts';
import { standardsRoutes } from './routes/standards.ts';
import { taskRoutes } from './routes/tasks.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { whatIfRoutes } from './routes/what-if.ts';

/** What somebody switched on when the server was started: `start --inspect`. */
export type Switch = 'inspection';

/** Every way into the server. What is not here cannot be asked; what has no row in operations.ts does not compile. */
export const routesWith = (switches: readonly Switch[]): readonly Route[] => [
  ...always,
  ...(switches.includes('inspection') ? inspectionRoutes : []),
];

const always: readonly Route[] = [
  ...accessRoutes,
  ...myRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
  ...tokenRoutes,
  ...calendarRoutes,
  ...definitionDraftRoutes,
  ...draftReviewRoutes,
  ...draftCommentRoutes,
  ...operationRoutes,
  ...standardsRoutes,
  ...changedStandardsRoutes,
  ...evidenceRoutes,
  ...bundleRoutes,
  ...publicationRoutes,
  ...definitionRoutes,
  ...definitionVersionRoutes,
  ...caseStartRoutes,
  ...caseRoutes,
  ...whatIfRoutes,
  ...caseLeadingRoutes,
  ...letterRoutes,
  ...taskRoutes,
  ...formDraftRoutes,
  ...inboxRoutes,
  ...overviewRoutes,
];
