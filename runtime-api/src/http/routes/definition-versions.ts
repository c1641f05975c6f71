import { refuse } from '@redress/engine';
import { runningCases } from '../../store/running-cases.ts';
import { answer, type Route, route } from '../route.ts';
import { DefinitionDocument } from '../shapes/definitions.ts';
import { RunningCases, VersionHistory } from '../shapes/draft-review.ts';
import { commentsFor, commentViews } from '../views/comment-view.ts';
import { findingViews } from '../views/finding-view.ts';
import { historyView } from '../views/history-view.ts';
import { readVersion } from '../views/version-view.ts';

const tag = 'definitions';

/** What was published, and what runs on it. */
export const definitionVersionRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'readDefinitionVersion',
      path: '/definitions/{definition}/versions/{version}',
      summary: 'The document, as it was published',
      tag,
      answers: { 200: DefinitionDocument },
      refusals: ['definition-not-found', 'definition-not-runnable'],
    },
    async ({ office, parameters }, { organisation }) => {
      const { definition: id } = parameters;
      const found = await readVersion(office, organisation, parameters);
      if (!found) return refuse({ code: 'definition-not-found', definition: id });
      const { version, hash, document, drawing: layout, triedOutBy: scenarios } = found;
      if (document === undefined) return refuse({ code: 'definition-not-runnable', definition: id, because: 'damaged' });
      return answer({ id, version, hash, document, layout, scenarios }, { ETag: `"${hash}"` });
    },
  ),
  route(
    'get',
    {
      operation: 'readVersionHistory',
      path: '/definitions/{definition}/versions/{version}/history',
      summary: 'Who changed what for this version, what was said about it meanwhile, and what officers found in its review',
      tag,
      answers: { 200: VersionHistory },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters }, { organisation }) => {
      const found = await readVersion(office, organisation, parameters);
      if (!found) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      const { drawn, restores, shippedWith } = found;
      // Nobody drew what was published anew, or came with the product.
      const nothing = { whole: restores !== undefined || shippedWith !== undefined, saves: [] };
      const [told, comments] = await Promise.all([
        historyView(office, organisation, found.history ?? nothing),
        drawn ? commentsFor(office, { organisation, definition: parameters.definition }, drawn) : [],
      ]);
      const findings = await findingViews(office, organisation, found.findings ?? []);
      return answer({ revision: drawn?.to ?? 0, ...told, comments: await commentViews(office, organisation, comments), findings });
    },
  ),
  route(
    'get',
    {
      operation: 'readRunningCases',
      path: '/definitions/{definition}/running',
      summary: 'How many cases run on which version, and in which steps they stand; no single case',
      tag,
      answers: { 200: RunningCases },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters }, { organisation }) => {
      const running = await runningCases(office.ports.store, { organisation, ...parameters });
      return running ? answer(running) : refuse({ code: 'definition-not-found', definition: parameters.definition });
    },
  ),
];
