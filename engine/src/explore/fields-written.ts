import type { Action, Definition } from '../definition/definition.ts';

/** Fields that an action writes. */
export function fieldsWritten(action: Action, { decisions }: Definition): readonly string[] {
  if (action.type === 'set') return Object.keys(action.params);
  return action.type === 'decide' ? (decisions?.[action.params.decision]?.outputs ?? []) : [];
}
