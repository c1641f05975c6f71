import type { Edge, Graph } from './graph.ts';

/** Whether a round of a recurring procedure ends here, where the next begins. */
export const comesHome = ({ definition: { home } }: Pick<Graph, 'definition'>, { occurrences }: Edge): boolean =>
  home !== undefined && occurrences.some((occurrence) => occurrence.is === 'entered' && occurrence.state === home);
