/** Where somebody is in the check, as it stands in the address: the list; a rule in it; one of the ways that break the rule, played to a step. */
export interface CheckPlace {
  readonly rule?: string;
  /** From 0, as `step`: the run is played. */
  readonly way?: number;
  readonly step?: number;
}

const noRule = 'all';

/** The words of the address; numbers in it begin with 1, as people count. */
export interface CheckSearch {
  readonly check?: string | undefined;
  readonly way?: string | undefined;
  readonly step?: string | undefined;
}

export function placeIn({ check, way, step }: CheckSearch): CheckPlace | undefined {
  if (check === undefined) return undefined;
  if (check === noRule) return {};
  const played = indexIn(way);
  return { rule: check, ...(played === undefined ? {} : { way: played, step: indexIn(step) ?? 0 }) };
}

export function searchOf(place: CheckPlace | undefined): CheckSearch {
  if (!place) return {};
  const { rule, way, step } = place;
  if (rule === undefined) return { check: noRule };
  return { check: rule, ...(way === undefined ? {} : { way: String(way + 1), step: String((step ?? 0) + 1) }) };
}

function indexIn(word: string | undefined): number | undefined {
  const number = Number(word);
  return Number.isInteger(number) && number >= 1 ? number - 1 : undefined;
}
