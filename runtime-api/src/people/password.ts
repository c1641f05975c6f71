import { hash, verify } from '@node-rs/argon2';
import { ok, type Result, refuse } from '@redress/engine';
import type { PeopleRefusal } from './refusal.ts';

/** argon2id, 19 MiB, two passes, one lane: the lower bound of OWASP's cheat sheet, near 30 ms on a small machine. */
const costs = {
  algorithm: 2,
  memoryCost: 19456,
  timeCost: 2,
  parallelism: 1,
} as const;
const atOnceMax = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** A flood of sign-ins must not take all threads and all memory: four at a time, the others queue. */
async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= atOnceMax) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFKC'), costs));

export const matchesPassword = (password: string, passwordHash: string): Promise<boolean> =>
  inTurn(() => verify(passwordHash, password.normalize('NFKC')));

let nobodys: Promise<string> | undefined;
/** As long as a real comparison: an unknown e-mail must not answer faster. */
export async function compareWithNobody(password: string): Promise<false> {
  nobodys ??= hashPassword('nobody knows this one');
  await matchesPassword(password, await nobodys);
  return false;
}

const common = [
  'password',
  'passwort',
  'haslo',
  'hasło',
  'qwerty',
  'qwertz',
  'asdfgh',
  'zxcvbn',
  'letmein',
  'welcome',
  'iloveyou',
  'abc123',
  '123456',
  '654321',
  '111111',
  '000000',
  'changeme',
  'redress',
  'administrator',
  'admin',
  'complaint',
];

/** Length is checked by the shape. Refused: one repeated sign, a well-known word with little around it, the person's own name. */
export function checkPassword(password: string, personal: readonly string[]): Result<string, PeopleRefusal> {
  const folded = password.normalize('NFKC').toLowerCase();
  if (new Set(folded).size < 5) return refuse({ code: 'password-weak', because: 'repeats' });
  const without = (word: string) => folded.replaceAll(word, '').replace(/[\d\s\p{P}\p{S}]/gu, '');
  if (common.some((word) => folded.includes(word) && without(word).length < 6)) return refuse({ code: 'password-weak', because: 'common' });
  const own = personal.flatMap((words) => words.toLowerCase().split(/[\s@.]+/u)).filter((word) => word.length >= 4);
  if (own.some((word) => folded.includes(word) && without(word).length < 6)) return refuse({ code: 'password-weak', because: 'personal' });
  return ok(password);
}
