import codeOfConduct from './processes/code-of-conduct.json' with { type: 'json' };
import complaint from './processes/complaint.json' with { type: 'json' };
import escalation from './processes/escalation.json' with { type: 'json' };
import externalDispute from './processes/external-dispute.json' with { type: 'json' };
import satisfaction from './processes/satisfaction.json' with { type: 'json' };
import starter from './processes/starter.json' with { type: 'json' };

/** The processes that come with the product, as JSON that has not been parsed yet; the starter for small organisations first. */
export const shippedProcesses: readonly unknown[] = [starter, complaint, escalation, externalDispute];

/** What surrounds complaints: the code of conduct and the measuring of satisfaction. They come along, but a set-up does not publish them. */
export const furtherProcesses: readonly unknown[] = [codeOfConduct, satisfaction];

/** Version of the shipped set: "shipped with version x" is what the publication of a set-up says. */
export const shippedVersion = '0.1.0';
