/** A one-time code on its way from the page where it was typed to the page it opens: in memory, never in an address or in storage. */
let handed: string | undefined;

export const handOver = (code: string): void => {
  handed = code;
};
export const takeOver = (): string => handed ?? '';
