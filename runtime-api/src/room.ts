/** Room for so many at a time; who comes later waits in line. */
export interface Room {
  readonly inside: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
}

export function openRoom(most: number): Room {
  const line: (() => void)[] = [];
  let inside = 0;
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else inside -= 1;
  };
  return {
    inside: async (work) => {
      if (inside < most) inside += 1;
      else await new Promise<void>((called) => line.push(called)); // Whoever leaves hands the place on.
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
