import { useEffect, useMemo, useRef, useState } from 'react';
import type { MapMarks } from '../map/map-view.ts';
import type { Outline } from '../outline/use-outline.ts';
import { isOpen } from './check-groups.ts';
import type { CheckPlace } from './check-place.ts';
import type { CheckedRule, ShownFailure } from './checked-draft.ts';
import { type ClauseVerdicts, clauseVerdicts } from './clause-verdicts.ts';
import { pathMarks } from './path-marks.ts';
import { type CheckedDraft, useChecked } from './use-checked.ts';

/** One of the runs that break a rule, at one of its steps. */
export interface PlayedPath {
  readonly rule: CheckedRule;
  readonly failure: ShownFailure;
  readonly way: number;
  readonly step: number;
}

export interface Check {
  readonly checked: CheckedDraft;
  /** How many points are open; nothing before the first answer. */
  readonly open: number | undefined;
  readonly place: CheckPlace | undefined;
  readonly go: (place: CheckPlace | undefined, chosen?: string) => void;
  readonly played: PlayedPath | undefined;
  readonly marks: MapMarks | undefined;
  readonly clauses: ClauseVerdicts;
  /** It was opened by hand: reading goes on there. */
  readonly isCalled: boolean;
  readonly call: () => void;
  /** What is told to whoever does not see it. */
  readonly told: number | undefined;
}

/** Changes are told when nothing has changed for so long. */
const quietMs = 2_000;

/** The check of the draft that is drawn, and where one is in it. */
export function useCheck(
  outline: Pick<Outline, 'definition' | 'tree' | 'findings'>,
  place: CheckPlace | undefined,
  go: Check['go'],
): Check {
  const { definition, tree, findings } = outline;
  const checked = useChecked(definition, findings);
  const { answer } = checked;
  const played = useMemo(() => playedAt(answer?.rules ?? [], place), [answer, place]);
  const marks = useMemo(() => played && pathMarks(tree, played.failure, played.step), [tree, played]);
  const clauses = useMemo(() => clauseVerdicts(tree, answer?.rules ?? []), [tree, answer]);
  const open = answer?.rules.filter(isOpen).length;
  const [isCalled, setCalled] = useState(false);
  const told = useRarely(checked.state === 'checked' ? open : undefined);
  // Where the rule does not fail any more nothing is left to play.
  const gone = place?.way !== undefined && checked.state === 'checked' && !played ? place.rule : undefined;
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    if (gone !== undefined) latest.current({ rule: gone });
  }, [gone]);
  return { checked, open, place, go, played, marks, clauses, isCalled, call: () => setCalled(true), told };
}

function playedAt(rules: readonly CheckedRule[], place: CheckPlace | undefined): PlayedPath | undefined {
  if (place?.way === undefined) return undefined;
  const rule = rules.find((one) => one.rule === place.rule);
  const failure = rule?.failures[Math.min(place.way, rule.failures.length - 1)];
  if (!rule || !failure || failure.path.length === 0) return undefined;
  return { rule, failure, way: rule.failures.indexOf(failure), step: Math.min(place.step ?? 0, failure.path.length - 1) };
}

/** A number as it was when it had rested for a while; the first one is nothing new. */
function useRarely(number: number | undefined): number | undefined {
  const [told, setTold] = useState<number>();
  const known = useRef<number>(undefined);
  useEffect(() => {
    if (number === undefined || number === known.current) return;
    if (known.current === undefined) {
      known.current = number;
      return;
    }
    const rest = setTimeout(() => {
      known.current = number;
      setTold(number);
    }, quietMs);
    return () => clearTimeout(rest);
  }, [number]);
  return told;
}
