import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import type { Problem } from '../server/shapes/basics.ts';

/** What, where and how to repair, for every refusal of the server. */
export function useProblemWords(): (problem: Problem) => string {
  const intl = useIntl();
  return useMemo(() => (problem) => problemWords(intl, problem), [intl]);
}

export function problemWords(intl: IntlShape, problem: Problem): string {
  const { who, roleTitle } = problem.facts ?? {};
  const told = { who: textOf(who, 'name'), role: textOf(roleTitle, intl.locale) ?? textOf(roleTitle, 'en') };
  const id = `problem.${problem.code}${told.who === undefined || told.role === undefined ? '' : '-as'}`;
  const facts = { code: problem.code, reference: problem.reference ?? '—', status: problem.status, ...plainFacts(problem), ...told };
  return intl.formatMessage({ id: isKnown(intl, id) ? id : 'problem.unknown' }, facts);
}

/**
 * Words for one field: the keyword of its schema with the facts, e.g. `maxLength` and 2000. `after` goes on behind the field's name
 * ("is missing"), `here` stands at the field and says how to repair it.
 */
export function useFieldWords(place: 'after' | 'here' = 'after'): (keyword: string, facts: Readonly<Record<string, unknown>>) => string {
  const intl = useIntl();
  return useMemo(
    () => (keyword, facts) => {
      const id = place === 'after' ? `keyword.${keyword}` : `here.${keyword}`;
      const known = isKnown(intl, id) ? id : place === 'after' ? 'keyword.other' : 'here.other';
      return intl.formatMessage({ id: known }, { count: 0, limit: 0, ...plain(facts) });
    },
    [intl, place],
  );
}

const isKnown = (intl: IntlShape, id: string): id is 'problem.unknown' => id in intl.messages;
const plainFacts = ({ facts }: Problem) => plain(facts ?? {});

const textOf = (value: unknown, key: string): string | undefined => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
};

/** Facts of the server as a message can take them: lists joined, the rest left out. */
function plain(facts: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]): [string, string | number][] => {
      if (typeof value === 'string' || typeof value === 'number') return [[name, value]];
      if (Array.isArray(value)) return [[name, value.filter((one) => typeof one === 'string').join(', ')]];
      return [];
    }),
  );
}
