import type { Json, JsonObject } from '@redress/engine';
import type { Ports } from '../ports.ts';
import type { EffectDocument } from '../store/models/effect.ts';

/** Whether the case still waits for what this instance of a step began. Read afresh: another process may have moved the case on, or just have begun it. */
export async function awaits(
  row: Pick<EffectDocument, 'organisation' | 'caseId'>,
  instance: string,
  ports: Pick<Ports, 'cases'>,
): Promise<boolean> {
  const loaded = await ports.cases.load(row, true);
  if (!loaded.ok) return false;
  const { status, snapshot } = loaded.value.state;
  return status === 'active' && Object.values(snapshot.children ?? {}).some((child) => at(at(child, 'snapshot'), 'instance') === instance);
}

const at = (value: Json | undefined, key: string): Json | undefined => (isObject(value) ? value[key] : undefined);
const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
