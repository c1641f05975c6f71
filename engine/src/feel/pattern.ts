import { RE2JS, RE2JSException } from 're2js';
import { FeelStop, spend, textSteps } from './meter.ts';
import type { Budget } from './scope.ts';

/** Characters of a pattern. */
const patternMax = 1_000;
/** Steps of the automaton, pattern times text, that one step of the budget pays for. */
const automatonSteps = 500;

export type PatternReading =
  | { readonly ok: true; readonly pattern: RE2JS }
  | { readonly ok: false; readonly because: 'too-long' | 'syntax' | 'flags' };

/** Reads a pattern in linear-time syntax (RE2): look-around and back-references do not exist there and are refused. Flags: `s`, `m`, `i`. */
export function readPattern(source: string, flags = ''): PatternReading {
  if (source.length > patternMax) return { ok: false, because: 'too-long' };
  let bits = 0;
  for (const flag of flags) {
    if (flag === 's') bits |= RE2JS.DOTALL;
    else if (flag === 'm') bits |= RE2JS.MULTILINE;
    else if (flag === 'i') bits |= RE2JS.CASE_INSENSITIVE;
    else return { ok: false, because: 'flags' };
  }
  try {
    return { ok: true, pattern: RE2JS.compile(source, bits) };
  } catch (error) {
    if (error instanceof RE2JSException) return { ok: false, because: 'syntax' };
    throw error;
  }
}

/** The three functions of FEEL that take patterns. Wrong arguments give null, as in FEEL; a bad pattern fails. */
export function patternFunctions(budget: () => Budget): {
  readonly [name: string]: (...given: readonly unknown[]) => unknown;
} {
  const known = new Map<string, RE2JS>();
  const patternOf = (source: string, flags: string): RE2JS => {
    const key = `${flags}/${source}`;
    const seen = known.get(key);
    if (seen) return seen;
    const read = readPattern(source, flags);
    if (!read.ok) throw new FeelStop('feel-warning', { warning: 'PATTERN', because: read.because });
    // Patterns that come from the case are as many as there are cases.
    if (known.size >= 16) known.clear();
    known.set(key, read.pattern);
    return read.pattern;
  };
  const prepared = (input: string, source: string, flags: string): RE2JS => {
    const pattern = patternOf(source, flags);
    paySearch(budget(), pattern, input.length);
    return pattern;
  };
  return {
    matches: (input, pattern, flags = null) => {
      if (typeof input !== 'string' || typeof pattern !== 'string' || !isFlags(flags)) return null;
      return prepared(input, pattern, flags ?? '').test(input);
    },
    replace: (input, pattern, replacement, flags = null) => {
      if (typeof input !== 'string' || typeof pattern !== 'string' || typeof replacement !== 'string' || !isFlags(flags)) return null;
      return replaceAll(prepared(input, pattern, flags ?? ''), input, replacement, budget());
    },
    split: (input, delimiter) => {
      if (typeof input !== 'string' || typeof delimiter !== 'string') return null;
      return split(prepared(input, delimiter, ''), input, budget());
    },
  };
}

const isFlags = (flags: unknown): flags is string | null => typeof flags === 'string' || flags === null;

/** One search may look at everything that is left of the text. */
const paySearch = (budget: Budget, pattern: RE2JS, length: number): void =>
  spend(budget, 1 + Math.ceil((length * pattern.programSize()) / automatonSteps));

/** `$0` to `$9` in the replacement are the groups, as in XPath, whose `replace` FEEL takes over. */
function replaceAll(pattern: RE2JS, input: string, replacement: string, budget: Budget): string {
  const matcher = pattern.matcher(input);
  let result = '';
  let rest = 0;
  while (matcher.find()) {
    const filled = replacement.replace(/\$(\d)/g, (_, digit: string) =>
      Number(digit) <= matcher.groupCount() ? (matcher.group(Number(digit)) ?? '') : '',
    );
    spend(budget, textSteps(filled.length));
    paySearch(budget, pattern, input.length - matcher.end());
    result += input.slice(rest, matcher.start()) + filled;
    rest = matcher.end();
  }
  return result + input.slice(rest);
}

/** An empty match separates nothing at the two ends of the text. */
function split(pattern: RE2JS, input: string, budget: Budget): readonly string[] {
  const matcher = pattern.matcher(input);
  const parts: string[] = [];
  let rest = 0;
  while (matcher.find()) {
    paySearch(budget, pattern, input.length - matcher.end());
    if (matcher.end() === matcher.start() && (matcher.start() === 0 || matcher.start() === input.length)) continue;
    parts.push(input.slice(rest, matcher.start()));
    rest = matcher.end();
  }
  return [...parts, input.slice(rest)];
}
