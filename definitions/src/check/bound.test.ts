import { expect, test } from '@jest/globals';
import { explore } from '@redress/engine';
import { everyProcess } from '../../../test/tools/pretend-case.ts';
import { packs } from '../rules/packs.ts';
import { checkGraph } from './check.ts';
import type { Property } from './property.ts';

const onRuns: readonly Property['form'][] = [
  'before',
  'every',
  'after',
  'never-after',
  'between',
  'available',
  'all',
  'within',
  'live',
  'no-dead',
  'loops',
  'contract',
];
const rules = new Map(packs.flatMap((pack) => pack.rules.map(({ rule }) => [rule.id, rule.property] as const)));

test.each(everyProcess().map((definition) => [definition.id, definition] as const))(
  '%s: where positions were cut off, no rule about runs says that it holds, nor that what it speaks of never occurs',
  (_, definition) => {
    const graph = explore({ definition }, { positionsMax: 6 });
    expect(graph.bound).toBe('positions');
    const sure = checkGraph(graph, { packs }).filter(
      ({ rule, verdict }) => onRuns.includes(rules.get(rule)?.form ?? 'both') && (verdict === 'holds' || verdict === 'vacuous'),
    );
    expect(sure.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([]);
  },
);
