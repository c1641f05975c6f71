import type { Definition } from '@redress/engine';
import { answering } from './answering.ts';
import { capacity } from './capacity.ts';
import type { MeasureOfCases } from './measure.ts';
import { outside } from './outside.ts';
import { rounds } from './rounds.ts';
import { watching } from './watching.ts';

/** Every measure that journals of cases answer. */
export const allMeasures: readonly MeasureOfCases[] = [...capacity, ...answering, ...watching, ...outside, ...rounds];

export const measuresFor = (kind: Definition['kind']): readonly MeasureOfCases[] => allMeasures.filter(({ kinds }) => kinds.includes(kind));
