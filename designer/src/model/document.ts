import { copyPlainJson, type Finding, type JsonObject, ok, type Result, refuse } from '@redress/engine';
import { isFields } from './loose-json.ts';

/**
 * What one draws: what runs, how it looks, and what tries it out (`scripts` by id, written reasons for what none of them reaches in
 * `gaps`). All are plain JSON, frozen; what we do not understand in them stays as it is, order of keys included. Positions are logical:
 * `x` counts from the side where the reader begins.
 */
export interface DesignDocument {
  readonly definition: JsonObject;
  readonly layout: JsonObject;
  readonly scenarios: JsonObject;
}

/** Where a step lies inside its stage, how large it is if somebody said so, whether it is folded. */
export interface Spot {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly collapsed?: boolean;
}

/**
 * Opens a draft, which may be incomplete. Refused is only what is no JSON object, is larger than the engine reads at all, or has a key
 * that is unsafe to hold. Without a layout everything waits for its place; without scenarios nothing was tried out.
 */
export function openDocument(
  definitionJson: unknown,
  layoutJson: unknown = {},
  scenariosJson: unknown = {},
): Result<DesignDocument, readonly Finding[]> {
  const definition = plainObject(definitionJson);
  if (!definition.ok) return definition;
  const layout = plainObject(layoutJson);
  if (!layout.ok) return layout;
  const scenarios = plainObject(scenariosJson);
  return scenarios.ok ? ok({ definition: definition.value, layout: layout.value, scenarios: scenarios.value }) : scenarios;
}

/** The three documents as they are kept: opening them again gives the same document. */
export const exportDocument = ({ definition, layout, scenarios }: DesignDocument): DesignDocument => ({ definition, layout, scenarios });

function plainObject(json: unknown): Result<JsonObject, readonly Finding[]> {
  const copied = copyPlainJson(json);
  if (!copied.ok) return copied;
  const value: unknown = copied.value;
  return isJsonObject(value) ? ok(value) : refuse([{ code: 'schema', severity: 'error', at: '', facts: { keyword: 'type' } }]);
}

/** Of a value that is JSON already. */
const isJsonObject = (value: unknown): value is JsonObject => isFields(value);
