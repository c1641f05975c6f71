import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Staff, training, procedures, equipment and money are assessed. */
export const resourcesAreAssessed: Rule = {
  id: '10002/6.4-C',
  clause: '10002/6.4',
  appliesTo: ['complaint'],
  class: 'attestation',
  property: attested(12),
};
