import { compile, type Definition, type Finding } from '@redress/engine';
import { schemas } from '../../tools/schema-tool.ts';

/** What the compiler finds. */
export const compileFindings = (definition: Definition): readonly Finding[] => compile(definition, { schemas }).findings;
