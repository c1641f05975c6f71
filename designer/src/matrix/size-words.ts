import { useWords } from '../language/words.tsx';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** What a file weighs, in the reader's digits and units: one place after the point below a hundred. */
export function useSizeWords(): (bytes: number) => string {
  const say = useWords();
  return (bytes) =>
    bytes < megabyte
      ? say('matrix.file-kilobytes', { size: rounded(bytes / kilobyte) })
      : say('matrix.file-megabytes', { size: rounded(bytes / megabyte) });
}

/** Whatever is there weighs something. */
const rounded = (size: number): number => (size > 0 && size < 100 ? Math.max(Math.round(size * 10) / 10, 0.1) : Math.round(size));
