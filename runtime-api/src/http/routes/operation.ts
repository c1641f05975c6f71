import { refuse } from '@redress/engine';
import { answer, type Route, route } from '../route.ts';
import { OperationView, PeriodQuery } from '../shapes/operation.ts';
import { readOperation } from '../views/operation-view.ts';
import { readVersion } from '../views/version-view.ts';

/** Cases told of each rule that they break; the numbers count all. */
const placesMost = 5;

/** What became of a procedure when it was used. */
export const operationRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'readOperation',
      path: '/definitions/{definition}/versions/{version}/operation',
      summary:
        'How the cases of a version stand to the rules, by their journals: kept, broken and where, and what people set aside; of all cases, or of those received in a period',
      tag: 'definitions',
      query: PeriodQuery,
      answers: { 200: OperationView },
      refusals: ['definition-not-found', 'definition-not-runnable', 'period-reversed', 'too-many-requests'],
    },
    async ({ office, parameters, query }, caller) => {
      const { organisation } = caller;
      const found = await readVersion(office, organisation, parameters);
      if (!found) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      const runnable = await office.ports.definitions.of(organisation, { id: found.definition, version: found.version, hash: found.hash });
      if (!runnable.ok) return runnable;
      const { definition } = runnable.value;
      const operation = await readOperation(office, caller, { version: found.version, definition, period: query, placesMost });
      return operation.ok ? answer(operation.value) : operation;
    },
  ),
];
