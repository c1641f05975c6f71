import type { ElementKind } from '../model/step-kind.ts';

/** The light theme of the window, as numbers: a picture stands in documents that know no theme. */
export const colours = {
  canvas: '#f5f6f4',
  surface: '#ffffff',
  sunken: '#eceeeb',
  text: '#16201f',
  'text-2': '#47545a',
  'text-3': '#5f6c72',
  border: '#dde1df',
  'border-strong': '#7d8a90',
  ink: '#16201f',
  edge: '#5b686e',
  accent: '#0b6e75',
  'accent-tint': '#e3f3f3',
  time: '#8a5a00',
  'time-tint': '#fbf2e0',
  task: '#2a5ba8',
  'task-tint': '#eaf1fb',
  decision: '#6d45a8',
  'decision-tint': '#f1ecfa',
  external: '#a3452b',
  'external-tint': '#fbece7',
  auto: '#4b5a61',
  'auto-tint': '#eef1f2',
  good: '#24713e',
  'good-tint': '#e6f4ea',
  negative: '#8c3a46',
  'negative-tint': '#f9e9eb',
  danger: '#b42318',
} as const;

type Tinted = 'accent' | 'time' | 'task' | 'decision' | 'external' | 'auto';

const tints: Partial<Readonly<Record<ElementKind, Tinted>>> = {
  task: 'task',
  wait: 'time',
  decision: 'decision',
  sub: 'accent',
  external: 'external',
};

export interface Tint {
  readonly ink: string;
  readonly paper: string;
}
/** What colour tells besides icon and words: the kind of a step. */
export function tintOf(kind: ElementKind): Tint {
  const name = tints[kind] ?? 'auto';
  return { ink: colours[name], paper: colours[`${name}-tint`] };
}

/** How a case ended, on an end. */
export function outcomeTint(outcome: string | undefined): Tint & { readonly line: string } {
  if (outcome === 'resolved' || outcome === 'settled') return { ink: colours.good, paper: colours['good-tint'], line: colours.good };
  if (outcome === 'withdrawn' || outcome === 'unresolved')
    return { ink: colours.negative, paper: colours['negative-tint'], line: colours.negative };
  return { ink: colours.text, paper: colours.surface, line: colours['border-strong'] };
}
