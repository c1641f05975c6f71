import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

export * from '@formatjs/icu-messageformat-parser/no-parser.js';
export function parse(message: string): readonly MessageFormatElement[];
