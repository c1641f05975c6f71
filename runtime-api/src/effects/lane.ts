import type { Effect } from '@redress/engine';
import type { EffectDocument } from '../store/models/effect.ts';

/** First in, first out per case and receiver: starting, telling and stopping one child share a lane. */
export function laneOf(caseId: string, effect: Effect): string {
  switch (effect.kind) {
    case 'letter':
      return `${caseId}:letter:${effect.to}`;
    case 'number':
      return `${caseId}:number`;
    case 'case.start':
    case 'case.stop':
      return `${caseId}:child:${effect.instance}`;
    case 'case.send':
      return `${caseId}:${effect.to}`;
    case 'case.report':
      return `${caseId}:${effect.to}`;
    case 'case.launch':
      return `${caseId}:launch:${effect.key}`;
    case 'service':
      return `${caseId}:service:${effect.service}`;
  }
}

/** The row that a worker claims. */
export function effectRow(
  made: {
    readonly organisation: string;
    readonly caseId: string;
    readonly revision: number;
    readonly n: number;
    readonly at: string;
    readonly hops: number;
  },
  effect: Effect,
): EffectDocument {
  return {
    _id: effect.key,
    organisation: made.organisation,
    caseId: made.caseId,
    kind: effect.kind,
    lane: laneOf(made.caseId, effect),
    order: made.revision * 1000 + made.n,
    work: JSON.stringify(effect),
    hops: made.hops,
    at: made.at,
    open: true,
    nextAt: made.at,
    fence: 0,
    attempts: 0,
    state: 'open',
  };
}
