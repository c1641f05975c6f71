import { event, stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** “Go outside” leads to the offer of the outside body. */
export const goingOutsideLeadsOutside: Rule = {
  id: '10002/7.9-N',
  clause: '10002/7.9',
  appliesTo: ['complaint'],
  class: 'definition',
  property: after(event('go-external'), stage('external-offer')),
};
