import type { Examined } from '../../check/examined.ts';
import { overdue, type Predicate } from '../../check/predicate.ts';
import type { Lived, Reading } from './measure.ts';
import { linesOf } from './read.ts';

/**
 * Whether it happened before the procedure's own time for it ran out: that of the clocks that stop at one of these stages or, where there is none, of the
 * steps until then. A case that ended before had nothing to be in time for; one that has time left is not counted yet.
 */
export const inTime =
  (happens: Predicate, ...stages: readonly string[]) =>
  (examined: Examined) => {
    const lines = linesOf(examined, happens);
    const clocks = Object.entries(examined.graph.definition.clocks ?? {}).flatMap(([id, { stops }]) =>
      stops?.some((stop) => stages.some((stage) => stop === `stage:${stage}`)) ? [`clock.${id}.due`] : [],
    );
    const late = linesOf(examined, overdue);
    if (!lines || (clocks.length === 0 && !late)) return undefined;
    return (lived: Lived): readonly Reading[] => {
      const reached = lines(lived)[0]?.revision ?? Number.POSITIVE_INFINITY;
      const passed = clocks.length > 0 ? lived.record.lines.filter(({ type }) => clocks.includes(type)) : (late?.(lived) ?? []);
      const missed = passed.find(({ revision }) => revision <= reached);
      if (missed) return [{ value: 0, revision: missed.revision }];
      return Number.isFinite(reached) ? [{ value: 1, revision: reached }] : [];
    };
  };
