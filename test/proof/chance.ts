export type Chance = () => number;

/** Mulberry32: small, good enough, the same everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const oneOf = <Value>(list: readonly Value[], chance: Chance): Value | undefined => list[Math.floor(chance() * list.length)];

/** Fisher and Yates. */
export function shuffled<Value>(list: readonly Value[], chance: Chance): readonly Value[] {
  const mixed = [...list];
  for (let n = mixed.length - 1; n > 0; n--) {
    const other = Math.floor(chance() * (n + 1));
    const [one, two] = [mixed[n], mixed[other]];
    if (one !== undefined && two !== undefined) [mixed[n], mixed[other]] = [two, one];
  }
  return mixed;
}
