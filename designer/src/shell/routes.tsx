import { createRootRouteWithContext, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { SkeletonRows } from '../base/skeleton.tsx';
import type { SessionView } from '../server/shapes/people.ts';
import { Frame } from './frame.tsx';
import { latePage } from './late-page.ts';
import { homeFor } from './navigation.ts';
import { NotFound } from './not-found.tsx';
import { PageFailed } from './page-failed.tsx';
import { words } from './search-words.ts';
import { withWords } from './with-words.tsx';

/** Who sits here when an address is opened: nobody, or somebody; or the server waits for its first organisation. */
export interface RouterContext {
  readonly session: SessionView | undefined;
  readonly setUpNeeded: boolean;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFound,
  beforeLoad: ({ context, location }) => {
    if (!context.setUpNeeded || ['/set-up', '/join', '/notices'].includes(location.pathname)) return;
    throw redirect({ href: '/set-up' }); // By address: a typed way would make the type of the routes depend on itself.
  },
});

const door = { getParentRoute: () => root } as const;
const signIn = createRoute({
  ...door,
  path: '/sign-in',
  validateSearch: words('next', 'language'),
  component: latePage(() => import('../people/sign-in-page.tsx'), 'SignInPage'),
});
const join = createRoute({
  ...door,
  path: '/join',
  validateSearch: words('language'),
  component: latePage(() => import('../people/join-page.tsx'), 'JoinPage'),
});
const setUp = createRoute({
  ...door,
  path: '/set-up',
  validateSearch: words('language'),
  component: latePage(() => import('../people/set-up-page.tsx'), 'SetUpPage'),
});
/** For everybody, signed in or not. */
const notices = createRoute({
  ...door,
  path: '/notices',
  validateSearch: words('language'),
  component: latePage(() => import('../notices/notices-page.tsx'), 'NoticesPage'),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Frame,
  beforeLoad: ({ context, location }) => {
    if (context.session) return;
    throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
});
const within = { getParentRoute: () => inside } as const;
/** Whatever shows or speaks of a drawing: its words come while the page comes. */
const drawing = createRoute({ ...within, id: 'drawing', component: withWords('design') });
/** What says more than what is drawn. */
const closer = createRoute({
  getParentRoute: () => drawing,
  id: 'closer',
  component: withWords('details'),
});
const beside = { getParentRoute: () => closer } as const;
const home = createRoute({
  ...within,
  path: '/',
  beforeLoad: ({ context }) => {
    if (context.session) throw redirect({ to: homeFor(context.session) });
  },
});
const welcome = createRoute({
  ...within,
  path: '/welcome',
  component: latePage(() => import('../people/welcome-page.tsx'), 'WelcomePage'),
});
const tasks = createRoute({
  ...within,
  path: '/tasks',
  validateSearch: words('view', 'task', 'role', 'due'),
  component: latePage(() => import('../work/tasks-page.tsx'), 'TasksPage'),
});
const cases = createRoute({
  ...within,
  path: '/cases',
  validateSearch: words('text', 'status', 'sort', 'definition', 'overdue'),
  component: latePage(() => import('../work/cases-page.tsx'), 'CasesPage'),
});
const newCase = createRoute({
  ...within,
  path: '/cases/new',
  validateSearch: words('definition'),
  component: latePage(() => import('../work/new-complaint-page.tsx'), 'NewComplaintPage'),
});
const oneCase = createRoute({
  ...within,
  path: '/cases/$caseId',
  validateSearch: words('tab', 'task', 'line'),
  component: latePage(() => import('../case/case-page.tsx'), 'CasePage'),
});
const whatIf = createRoute({
  ...beside,
  path: '/cases/$caseId/what-if',
  component: latePage(() => import('../trial/what-if-page.tsx'), 'WhatIfPage'),
});
const caseMap = createRoute({
  ...beside,
  path: '/cases/$caseId/map',
  component: latePage(() => import('../trial/case-map-page.tsx'), 'CaseMapPage'),
});
/** Says what there is to see only where the server was started with `--inspect`. */
const inspect = createRoute({
  ...within,
  path: '/inspect/$caseId',
  validateSearch: words('event'),
  component: latePage(() => import('../inspect/inspect-page.tsx'), 'InspectPage'),
});
const messages = createRoute({
  ...within,
  path: '/messages',
  validateSearch: words('message'),
  component: latePage(() => import('../work/messages-page.tsx'), 'MessagesPage'),
});
const failures = createRoute({
  ...within,
  path: '/failures',
  component: latePage(() => import('../work/failures-page.tsx'), 'FailuresPage'),
});
const people = createRoute({
  ...within,
  path: '/people',
  validateSearch: words('text', 'show'),
  component: latePage(() => import('../people/people-page.tsx'), 'PeoplePage'),
});
const person = createRoute({
  ...within,
  path: '/people/$personId',
  component: latePage(() => import('../people/person-page.tsx'), 'PersonPage'),
});
const calendar = createRoute({
  ...within,
  path: '/calendar',
  validateSearch: words('calendar'),
  component: latePage(() => import('../people/calendar-page.tsx'), 'CalendarPage'),
});
const procedures = createRoute({
  ...beside,
  path: '/procedures',
  component: latePage(() => import('../procedures/procedures-page.tsx'), 'ProceduresPage'),
});
const draft = createRoute({
  getParentRoute: () => drawing,
  path: '/procedures/$procedure',
  component: latePage(() => import('../draft/draft-page.tsx'), 'DraftPage'),
});
/** What is chosen, and where one is in the check, goes with the reader from view to view. */
const whereInDraft = words('at', 'check', 'way', 'step');
/** Views of the draft that say more than the map and the outline. */
const closerDraft = createRoute({
  getParentRoute: () => draft,
  id: 'closer-draft',
  component: withWords('details'),
});
const inDraft = { getParentRoute: () => closerDraft } as const;
const map = createRoute({
  getParentRoute: () => draft,
  path: 'map',
  validateSearch: whereInDraft,
  component: latePage(() => import('../map/map-page.tsx'), 'MapPage'),
});
const outline = createRoute({
  getParentRoute: () => draft,
  path: 'outline',
  validateSearch: whereInDraft,
  component: latePage(() => import('../outline/outline-page.tsx'), 'OutlinePage'),
});
const plainText = createRoute({
  ...inDraft,
  path: 'text',
  validateSearch: whereInDraft,
  component: latePage(() => import('../text/text-page.tsx'), 'TextPage'),
});
const trial = createRoute({
  ...inDraft,
  path: 'try',
  validateSearch: whereInDraft,
  component: latePage(() => import('../trial/trial-page.tsx'), 'TrialPage'),
});
const table = createRoute({
  ...inDraft,
  path: 'table',
  validateSearch: whereInDraft,
  component: latePage(() => import('../tables-editor/table-page.tsx'), 'TablePage'),
});
const review = createRoute({
  ...inDraft,
  path: 'review',
  validateSearch: whereInDraft,
  component: latePage(() => import('../review/review-page.tsx'), 'ReviewPage'),
});
/** Beside the draft: a procedure has versions whether or not anybody draws. */
const versions = createRoute({
  ...beside,
  path: '/procedures/$procedure/versions',
  validateSearch: words('from', 'to'),
  component: latePage(() => import('../review/versions-page.tsx'), 'VersionsPage'),
});
/** Clause by clause, what shows that a version, or what is drawn now, does what the standards ask. */
const proof = createRoute({
  ...beside,
  path: '/procedures/$procedure/proof',
  validateSearch: words('of', 'with', 'standard', 'show', 'rule', 'clause', 'from', 'to'),
  component: latePage(() => import('../matrix/matrix-page.tsx'), 'MatrixPage'),
});
/** How things are done, for whoever draws; it knows the draft it was opened beside. */
const guide = createRoute({
  ...beside,
  path: '/guide',
  validateSearch: words('procedure'),
  component: latePage(() => import('../guide/guide-page.tsx'), 'GuidePage'),
});
const guideTask = createRoute({
  ...beside,
  path: '/guide/$task',
  validateSearch: words('procedure'),
  component: latePage(() => import('../guide/guide-task-page.tsx'), 'GuideTaskPage'),
});
const organisation = createRoute({
  ...within,
  path: '/organisation',
  component: latePage(() => import('../people/organisation-page.tsx'), 'OrganisationPage'),
});
const tokens = createRoute({
  ...within,
  path: '/tokens',
  component: latePage(() => import('../people/tokens-page.tsx'), 'TokensPage'),
});
const nothing = createRoute({ ...within, path: '$', component: NotFound });
const sessions = createRoute({
  ...within,
  path: '/sessions',
  component: latePage(() => import('../people/sessions-page.tsx'), 'SessionsPage'),
});

const tree = root.addChildren([
  signIn,
  join,
  setUp,
  notices,
  inside.addChildren([
    home,
    welcome,
    tasks,
    cases,
    newCase,
    oneCase,
    inspect,
    messages,
    failures,
    people,
    person,
    calendar,
    drawing.addChildren([
      draft.addChildren([map, outline, closerDraft.addChildren([plainText, trial, review, table])]),
      closer.addChildren([whatIf, caseMap, procedures, versions, proof, guide, guideTask]),
    ]),
    organisation,
    tokens,
    sessions,
    nothing,
  ]),
]);

export function createWindowRouter(context: RouterContext) {
  return createRouter({
    routeTree: tree,
    context,
    defaultPreload: 'intent',
    defaultPendingComponent: () => <SkeletonRows />,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createWindowRouter>;
  }
}
