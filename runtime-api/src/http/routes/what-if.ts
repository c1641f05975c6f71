import { refuse } from '@redress/engine';
import { Type } from '@sinclair/typebox';
import { asJson } from '../as-json.ts';
import { answer, type Route, route } from '../route.ts';
import { Values } from '../shapes/basics.ts';
import { noteRead, own, readCase } from '../views/read-case.ts';
import { layoutOf } from '../views/version-view.ts';
import { isTelling, whatIfState } from '../views/what-if-state.ts';

export const WhatIf = Type.Object({
  definition: Type.String(),
  version: Type.Integer(),
  /** The state of the engine, as it is for readers of the case; for others every personal and free-text value is a sample. */
  state: Values,
  /** Where the steps of that version stand on the map; empty where nothing was kept. */
  layout: Values,
  real: Type.Boolean(),
});

export const whatIfRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'readWhatIf',
      path: '/cases/{case}/what-if',
      summary: 'A running case, to try out what could become of it: nothing that is tried reaches it',
      tag: 'cases',
      answers: { 200: WhatIf },
      refusals: ['case-not-found', 'case-ended'],
    },
    async ({ office, parameters }, caller) => {
      const { organisation } = caller;
      const read = await readCase(office, caller, parameters.case);
      // Whoever draws procedures may try out a case that he may not read: on samples.
      const loaded =
        read.ok || !caller.rights.includes('process-owner')
          ? read
          : await office.ports.cases.load({ organisation, caseId: parameters.case }, true);
      if (!loaded.ok) return loaded;
      const { document, state } = loaded.value;
      if (state.status !== 'active') return refuse({ code: 'case-ended', status: state.status });
      const runnable = await office.ports.definitions.of(organisation, document.definition);
      if (!runnable.ok) return refuse({ code: 'case-not-found', caseId: parameters.case });
      const { definition } = runnable.value;
      const sees = (field: string): boolean => {
        if (read.ok) return read.value.mayRead(field);
        const described = own(definition.data, field);
        return described !== undefined && !isTelling(described);
      };
      if (read.ok) noteRead(office, caller, read.value, Object.keys(definition.data).filter(read.value.mayRead));
      return answer({
        definition: definition.id,
        version: document.definition.version,
        layout: await layoutOf(office, organisation, document.definition),
        state: asJson(whatIfState(definition, state, sees)),
        real: read.ok,
      });
    },
  ),
];
