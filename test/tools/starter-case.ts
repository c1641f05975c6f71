import { fillForm } from './fill-form.ts';
import { PretendCase, shipped } from './pretend-case.ts';

export const ada = { person: 'ada', roles: ['complainant'] };
export const harry = { person: 'harry', roles: ['handler'] };
export const olga = { person: 'olga', roles: ['processOwner'] };
export const tom = { person: 'tom', roles: ['topManagement'] };

const { definition } = shipped('starter');
export const filled = (form: string, given = {}) => fillForm(definition, form, { given });

/** A complaint by the starter procedure: received, and nothing done yet. */
export const complain = (): PretendCase =>
  new PretendCase(shipped('starter'), {
    by: ada,
    input: { description: 'It came late.', contact: 'ada@example.org', complainantName: 'Ada' },
  });

/** Recorded and examined: the process owner has to decide. */
export function examined(): PretendCase {
  const complaint = complain();
  complaint.complete('recording', 'recorded', harry, filled('recording'));
  complaint.complete('examining', 'examined', harry, filled('examination'));
  return complaint;
}

/** Decided: the complainant has the answer. */
export function answered(): PretendCase {
  const complaint = examined();
  complaint.complete('deciding', 'decide', olga, filled('decision', { decision: 'upheld', remedyDueDate: '2026-04-01' }));
  return complaint;
}

/** Accepted, put right, asked about and closed. */
export function resolved(): PretendCase {
  const complaint = answered();
  complaint.complete('awaitingAnswer', 'accept', ada, {});
  complaint.complete('implementing', 'remedyDone', harry, filled('remedy'));
  complaint.complete('surveying', 'answered', ada, filled('survey'));
  complaint.complete('closing', 'close', olga, filled('closure'));
  return complaint;
}
