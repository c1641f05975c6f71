import { refuse } from '@redress/engine';
import { instant } from '../../people/desk.ts';
import { operationOf } from '../../standards/operation-of.ts';
import { answer, type Route, route } from '../route.ts';
import { OperationView } from '../shapes/operation.ts';
import { operationView } from '../views/operation-view.ts';
import { dayOf, startedBy } from '../views/standards-view.ts';
import { readVersion } from '../views/version-view.ts';

/** What became of a procedure when it was used. */
export const operationRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'readOperation',
      path: '/definitions/{definition}/versions/{version}/operation',
      summary: 'How the cases of a version stand to the rules, by their journals: kept, broken and where, and what people set aside',
      tag: 'definitions',
      answers: { 200: OperationView },
      refusals: ['definition-not-found', 'definition-not-runnable', 'too-many-requests'],
    },
    async ({ office, parameters }, caller) => {
      const { organisation } = caller;
      const found = await readVersion(office, organisation, parameters);
      if (!found) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      const runnable = await office.ports.definitions.of(organisation, { id: found.definition, version: found.version, hash: found.hash });
      if (!runnable.ok) return runnable;
      const { definition } = runnable.value;
      const [beside, { laws }] = await Promise.all([startedBy(office, organisation, definition), dayOf(office, organisation)]);
      const now = instant(office.desk.clock.now());
      const { store } = office.ports;
      const operation = await operationOf(
        { store, checker: office.checker },
        { organisation, version: found.version, definition, beside, laws, now },
      );
      return operation.ok ? answer(await operationView(office, caller, operation.value)) : operation;
    },
  ),
];
