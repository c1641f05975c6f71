import type { Work } from './work.ts';

/** Files records as evidence of this step, each once. */
export function fileRecords(work: Work, records: readonly string[]): void {
  const filed = new Set(work.records.filter((filing) => filing.revision === work.revision).map((filing) => filing.record));
  const fresh = records.filter((record) => !filed.has(record));
  if (fresh.length > 0) work.records = [...work.records, ...fresh.map((record) => ({ record, revision: work.revision }))];
}
