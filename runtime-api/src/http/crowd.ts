/** Requests that one process works on at the same time; more are turned away, so that work that has begun is finished. */
const requestsMax = 512;
/** From here on new cases wait outside: people who end tasks come first. */
const startsMax = 256;
/** Files that are in memory at the same time. */
const filesMax = 8;

export interface Crowd {
  /** False: there is no room, and nothing was counted. */
  readonly enter: () => boolean;
  readonly leave: () => void;
  /** Whether what can wait should wait. */
  readonly isDense: () => boolean;
  /** Does what needs a whole file in memory; undefined, and nothing was done, where there are too many already. */
  readonly carry: <Done>(work: () => Promise<Done>) => Promise<Done | undefined>;
}

export function openCrowd(): Crowd {
  let inside = 0;
  let files = 0;
  return {
    enter: () => {
      if (inside >= requestsMax) return false;
      inside += 1;
      return true;
    },
    leave: () => {
      inside -= 1;
    },
    isDense: () => inside > startsMax,
    carry: async (work) => {
      if (files >= filesMax) return undefined;
      files += 1;
      try {
        return await work();
      } finally {
        files -= 1;
      }
    },
  };
}
