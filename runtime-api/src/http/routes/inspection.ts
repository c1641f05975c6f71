import { Type } from '@sinclair/typebox';
import type { JournalLine } from '../../store/models/journal.ts';
import { answer, type Route, route } from '../route.ts';
import { Page } from '../shapes/basics.ts';
import { WireEvent } from '../shapes/inspection.ts';
import { inspectionView } from '../views/inspection-view.ts';
import { readCase } from '../views/read-case.ts';

const InspectionQuery = Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0 })) });
/** Events of the journal in one answer; each is two or three of the inspector's. */
const linesMost = 100;

/** Only on a server started with `--inspect`. It tells what the hints of the room `case:<id>` announce, and whoever may read the case may read it. */
export const inspectionRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'inspectCase',
      path: '/cases/{case}/inspection',
      summary: 'What the inspector of XState would send of this case from a revision on: names and kinds, no values',
      tag: 'cases',
      query: InspectionQuery,
      answers: { 200: Page(WireEvent) },
      refusals: ['case-not-found'],
    },
    async ({ office, parameters, query }, caller) => {
      const read = await readCase(office, caller, parameters.case);
      if (!read.ok) return read;
      const found = await office.ports.store.journal
        .find({ organisation: caller.organisation, caseId: parameters.case, revision: { $gt: query.after ?? 0 } })
        .sort({ revision: 1 })
        .limit(linesMost + 1)
        .lean<JournalLine[]>();
      const lines = found.slice(0, linesMost);
      const more = found.length > linesMost;
      const last = lines.at(-1);
      return answer({
        rows: await inspectionView(office, read.value, lines),
        ...(more && last ? { next: String(last.revision) } : {}),
        more,
      });
    },
  ),
];
