import type { CaseSearch } from '../server/shapes/case-work.ts';

export const caseFilters = ['active', 'overdue', 'ended', 'all'] as const;
export type CaseFilter = (typeof caseFilters)[number];
export const caseSorts = ['due', 'updated', 'received'] as const;
export type CaseSort = (typeof caseSorts)[number];

/** What the address of the list of cases says. */
export interface CasesAddress {
  readonly filter: CaseFilter;
  readonly sort: CaseSort;
  readonly text: string;
}

/** Reads the address; what is unknown or wrong is left out. */
export function readCasesAddress(search: Readonly<Record<string, unknown>>): CasesAddress {
  return {
    filter: caseFilters.find((filter) => filter === search.status) ?? 'active',
    sort: caseSorts.find((sort) => sort === search.sort) ?? 'due',
    text: typeof search.text === 'string' ? search.text.slice(0, 200) : '',
  };
}

export function writeCasesAddress({ filter, sort, text }: CasesAddress): Record<string, string> {
  return { ...(filter === 'active' ? {} : { status: filter }), ...(sort === 'due' ? {} : { sort }), ...(text === '' ? {} : { text }) };
}

export function caseQuestion({ filter, sort, text }: CasesAddress): CaseSearch {
  return {
    sort,
    limit: 50,
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(filter === 'active' ? { status: ['active'] } : {}),
    ...(filter === 'overdue' ? { status: ['active'], overdue: true } : {}),
    ...(filter === 'ended' ? { status: ['ended', 'cancelled', 'imported'] } : {}),
  };
}
