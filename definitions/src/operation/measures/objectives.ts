import type { Definition } from '@redress/engine';
import type { Measured } from './count-measures.ts';

/** The rule that asks whether objectives are measured at set intervals and met, by kind of procedure. */
const asking: Partial<Readonly<Record<Definition['kind'], string>>> = { complaint: '10002/6.2-B' };

/** Each objective period by period under the rule that asks for that; an objective that nothing here measures is told as such. */
export function underObjectives(measured: readonly Measured[], { kind, kpis = {} }: Definition): readonly Measured[] {
  const rule = asking[kind];
  if (rule === undefined) return measured;
  const objectives = measured.flatMap((one): readonly Measured[] => (one.target ? [{ ...one, rule, places: [] }] : []));
  const unmeasured = Object.entries(kpis).flatMap(([kpi, { atLeast, atMost }]): readonly Measured[] => {
    if (objectives.some((one) => one.kpi === kpi)) return [];
    const target = { ...(typeof atLeast === 'number' && { atLeast }), ...(typeof atMost === 'number' && { atMost }) };
    return Object.keys(target).length > 0
      ? [{ measure: kpi, rule, unit: 'count', kpi, target, over: 0, isUnmeasured: true, places: [] }]
      : [];
  });
  const totals = measured.map(({ periods: _, ...one }) => one);
  return [...totals, ...objectives, ...unmeasured];
}
