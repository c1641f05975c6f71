import { ok, type Result, refuse, type Text } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { type Draft, fieldsOf, isFields, memberOf, textOf } from './loose-json.ts';

/** What a measure is counted in, and over which time. */
export const measureUnits = ['share', 'days', 'count', 'score', 'money'] as const;
export const measurePeriods = ['week', 'month', 'quarter', 'year'] as const;

export interface MeasurePayloads {
  /** A measure, without a target yet. */
  readonly 'kpi.add': { readonly kpi: string; readonly unit: string; readonly per: string };
  readonly 'kpi.remove': { readonly kpi: string };
  /** One target at most: the other side goes. */
  readonly 'kpi.target': { readonly kpi: string; readonly side: 'atLeast' | 'atMost'; readonly value?: number };
  /** What is not given stays. A target goes with its unit: a number of days is no share. */
  readonly 'kpi.count': {
    readonly kpi: string;
    readonly unit?: (typeof measureUnits)[number];
    readonly per?: (typeof measurePeriods)[number];
  };
  /** Our own name for it in one language; empty words go, and with the last ones the name. */
  readonly 'kpi.title': { readonly kpi: string; readonly language: string; readonly words: string };
}

export const measureRecipes: Recipes<MeasurePayloads> = {
  'kpi.add': (drawing, { kpi, unit, per }) => {
    const kpis = memberOf(drawing.definition, 'kpis');
    if (Object.hasOwn(kpis, kpi)) return refuse({ code: 'nothing-to-do' });
    kpis[kpi] = { unit, per };
    return done('edit.kpi-set', kpi);
  },
  'kpi.remove': (drawing, { kpi }) => {
    const { kpis } = drawing.definition;
    if (isFields(kpis)) {
      delete kpis[kpi];
      if (Object.keys(kpis).length === 0) delete drawing.definition.kpis;
    }
    return done('edit.kpi-set', kpi);
  },
  'kpi.target': (drawing, { kpi, side, value }) => {
    const found = measureIn(drawing, kpi);
    if (!found.ok) return found;
    delete found.value[side === 'atLeast' ? 'atMost' : 'atLeast'];
    if (value === undefined) delete found.value[side];
    else found.value[side] = value;
    return done('edit.kpi-set', `${kpi} ${side}`);
  },
  'kpi.count': (drawing, { kpi, unit, per }) => {
    const found = measureIn(drawing, kpi);
    if (!found.ok) return found;
    const name = nameOf(found.value, kpi);
    if (unit !== undefined && unit !== found.value.unit) {
      found.value.unit = unit;
      delete found.value.atLeast;
      delete found.value.atMost;
    }
    if (per !== undefined) found.value.per = per;
    return ok({ words: { id: 'edit.kpi-count', facts: { name } }, target: `kpis ${kpi} ${unit === undefined ? 'per' : 'unit'}` });
  },
  'kpi.title': (drawing, { kpi, language, words }) => {
    const found = measureIn(drawing, kpi);
    if (!found.ok) return found;
    const title = memberOf(found.value, 'title');
    if (words === '') delete title[language];
    else title[language] = words;
    if (Object.keys(title).length === 0) delete found.value.title;
    return ok({ words: { id: 'edit.kpi-title', facts: {} }, target: `kpis ${kpi} title ${language}` });
  },
};

function measureIn(drawing: Drawing, kpi: string): Result<Draft, EditRefusal> {
  const { kpis } = drawing.definition;
  const found = isFields(kpis) && Object.hasOwn(kpis, kpi) ? kpis[kpi] : undefined;
  return isFields(found) ? ok(found) : refuse({ code: 'no-such-place', at: `/kpis/${kpi}` });
}

const nameOf = (measure: unknown, kpi: string): Text | string => {
  const title = textOf(fieldsOf(measure).title);
  return Object.keys(title).length > 0 ? title : kpi;
};
const done = (id: 'edit.kpi-set', target: string): Result<Done, EditRefusal> => ok({ words: { id, facts: {} }, target: `kpis ${target}` });
