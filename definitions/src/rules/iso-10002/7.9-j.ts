import { and, boundFor, fromStage, not, or, outcome, resting, stage, targetTells, tells, to } from '../../check/predicate.ts';
import { between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const atTheStart = ['receipt', 'initial-assessment'] as const;
/** It has been said that it is not ours: what is left is to tell it, by a letter of its own or, where that one fails, by somebody. */
const isSaid = and(
  boundFor('misdirected'),
  not(stage(...atTheStart, 'investigation', 'decision', 'response', 'internal-review', 'external-offer', 'external')),
);
const work = and(resting, not(isSaid));
const leaves = to(outcome('misdirected'));
const toldWhy = or(and(tells('complainant', 'reasons'), not(work)), and(leaves, targetTells('complainant', 'reasons')));

/** “Not for us” is said at the start only, and with reasons. */
export const misdirectedOnlyAtTheStart: Rule = {
  id: '10002/7.9-J',
  clause: '10002/7.9',
  appliesTo: ['complaint'],
  class: 'definition',
  property: both(between(and(work, not(stage(...atTheStart))), fromStage(...atTheStart), leaves), between(work, toldWhy, leaves)),
};
