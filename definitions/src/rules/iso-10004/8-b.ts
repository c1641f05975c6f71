import { event, stage } from '../../check/predicate.ts';
import { after, available, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const method = stage(
  'purpose',
  'scope-frequency',
  'methods',
  'resources',
  'identify-customers',
  'expectations',
  'characteristics',
  'indirect-indicators',
  'instrument-design',
  'pilot',
  'action',
);

/** A review can improve the method. */
export const methodsCanBeImproved: Rule = {
  id: '10004/8-B',
  clause: '10004/8',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: both(available(event('improve'), stage('process-review')), after(event('improve'), method)),
};
