import { fields, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Our position says what is in dispute, the facts, the proof, what we offer and who may settle. */
export const thePositionIsComplete: Rule = {
  id: '10003/7.4.2-A',
  clause: '10003/7.4.2',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(stage('position'), fields('issues', 'facts', 'evidence-list', 'offer', 'authority')),
};
