import type { Effect } from '@redress/engine';
import { performLaunch, performReport, performSend, performStart, performStop } from './perform-case.ts';
import { performLetter } from './perform-letter.ts';
import { performNumber } from './perform-number.ts';
import type { Perform } from './performed.ts';

/** Connectors come later: until then a service step is an incident that people can skip. */
const performService: Perform = async () => ({ end: 'hopeless', reason: 'no-connector' });

export const performers: { readonly [Kind in Effect['kind']]: Perform } = {
  letter: performLetter,
  number: performNumber,
  'case.start': performStart,
  'case.launch': performLaunch,
  'case.send': performSend,
  'case.stop': performStop,
  'case.report': performReport,
  service: performService,
};

export const isEffectKind = (kind: string): kind is Effect['kind'] => Object.hasOwn(performers, kind);
