import type { Right } from '../server/shapes/basics.ts';

/** Rights in the application, in the order people expect them. What a right allows, the server's table says. */
export const rights: readonly Right[] = ['handler', 'team-lead', 'process-owner', 'compliance', 'management', 'administrator'];
export const isRight = (word: string): word is Right => rights.some((right) => right === word);
