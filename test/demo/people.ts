import type { Definition } from '@redress/engine';

/** Who works in the pretended office: some hold roles in more than one procedure, so that four eyes are asked for again and again. */
export const staff: { readonly [name: string]: { readonly [process: string]: readonly string[] } } = {
  Fay: { complaint: ['frontline'] },
  Finn: { complaint: ['frontline'] },
  Hana: { complaint: ['handler'], dispute: ['handler'] },
  Hugo: { complaint: ['handler'], dispute: ['handler', 'implementationOwner'] },
  Ines: { complaint: ['investigator'], escalation: ['investigator', 'reviewer'] },
  Ivan: { complaint: ['investigator'], escalation: ['investigator'] },
  Dora: { complaint: ['decisionMaker'], escalation: ['decisionMaker', 'seniorManager'], dispute: ['decisionMaker', 'coordinator'] },
  Dan: { complaint: ['decisionMaker'], escalation: ['decisionMaker'], dispute: ['decisionMaker'] },
  Petra: { complaint: ['processOwner'], escalation: ['processOwner'] },
  Paul: { complaint: ['processOwner'], escalation: ['processOwner'] },
  Emil: { complaint: ['escalationManager'], escalation: ['escalationManager'] },
  Rita: { escalation: ['reviewer', 'seniorManager'] },
  Ron: { escalation: ['reviewer'] },
  Sara: { escalation: ['seniorManager'], dispute: ['seniorManager'] },
  Cora: { dispute: ['coordinator'] },
  Nina: { dispute: ['authorisedNegotiator'] },
  Tom: { complaint: ['topManagement'], escalation: ['topManagement'] },
};

/** They write down what people outside say. */
const recorders = ['Fay', 'Finn', 'Hana', 'Hugo'];
/** Whoever complained; in the rehearsal of one complaint there is one. */
export const consumer = 'the consumer';
/** People of the outside body: two, because who mediated may not decide. */
export const outsideBody = ['Mediation Ltd', 'Arbitration Ltd'];

export interface Hands {
  readonly by: string;
  readonly onBehalfOf?: string;
}

/** Everybody who could do something in this role: holders, or a recorder for somebody outside. */
export function handsFor({ id, roles }: Definition, role: string): readonly Hands[] {
  switch (roles[role]?.party) {
    case 'organisation':
      return Object.keys(staff).flatMap((by) => (staff[by]?.[id]?.includes(role) ? [{ by }] : []));
    case 'complainant':
      return recorders.map((by) => ({ by, onBehalfOf: consumer }));
    default:
      return outsideBody.flatMap((onBehalfOf) => recorders.map((by) => ({ by, onBehalfOf })));
  }
}

/** The same people as a rehearsal names them; people outside hold every role of their party. */
export function peopleOfRehearsal(definitions: readonly Definition[]): { readonly [person: string]: readonly string[] } {
  const outside = (party: string) =>
    definitions.flatMap(({ id, roles }) => Object.keys(roles).flatMap((role) => (roles[role]?.party === party ? [`${id}:${role}`] : [])));
  return {
    ...Object.fromEntries(
      Object.entries(staff).map(([name, held]) => [
        name,
        Object.entries(held).flatMap(([id, roles]) => roles.map((role) => `${id}:${role}`)),
      ]),
    ),
    [consumer]: outside('complainant'),
    ...Object.fromEntries(outsideBody.map((name) => [name, outside('provider')])),
  };
}
