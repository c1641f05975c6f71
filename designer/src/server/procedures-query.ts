import { queryOptions } from '@tanstack/react-query';
import { keys } from './keys.ts';
import { listProcedures } from './office.ts';
import { answerOf } from './problem.ts';

/** The procedures that the reader may know of: one answer in one shape, whoever asks. */
export const proceduresQuery = queryOptions({
  queryKey: keys.definitions,
  queryFn: async () => answerOf(await listProcedures()).rows,
});
