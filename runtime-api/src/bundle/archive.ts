import { ok, type Result, refuse } from '@redress/engine';
import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';

/** A file of a bundle, by its name in the archive: `journals/4f….jsonl`. */
export interface BundleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is wrong with an archive before any file in it is read. */
export interface ArchiveFault {
  readonly fault: 'archive-unreadable' | 'archive-altered' | 'too-many-files' | 'name-refused' | 'name-twice' | 'compressed';
  readonly file?: string;
}

export const filesMost = 2_000;
/** One folder at most, no dot but before the kind of file: no name leads out of where it is unpacked. */
const namePattern = /^(?:[a-z][a-z-]{0,40}\/)?[A-Za-z0-9_][A-Za-z0-9_-]{0,127}(?:\.[a-z]{2,5})?$/;
const stored = 0;

/** A ZIP whose files lie in it as they are, in this order, all of one time: the same files make the same bytes. */
export const packed = (files: readonly BundleFile[]): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: stored, mtime: new Date(1980, 0, 1) }));

/**
 * The files of such a ZIP. Nothing is inflated, so that a small file cannot become a large one; and what is not byte for byte what `packed` makes is
 * refused: nothing hides between the files, and no two programs read them differently.
 */
export function unpacked(bytes: Uint8Array): Result<readonly BundleFile[], readonly ArchiveFault[]> {
  const seen = new Set<string>();
  const faults: ArchiveFault[] = [];
  const take = ({ name, compression }: UnzipFileInfo): boolean => {
    const before = faults.length;
    if (seen.size >= filesMost) throw new Error('too many files');
    if (!namePattern.test(name)) faults.push({ fault: 'name-refused', file: name.slice(0, 200) });
    else if (seen.has(name)) faults.push({ fault: 'name-twice', file: name });
    else if (compression !== stored) faults.push({ fault: 'compressed', file: name });
    seen.add(name);
    return faults.length === before;
  };
  let found: Readonly<Record<string, Uint8Array>>;
  try {
    found = unzipSync(bytes, { filter: take });
  } catch {
    return refuse([...faults, { fault: seen.size >= filesMost ? 'too-many-files' : 'archive-unreadable' }]);
  }
  if (faults.length > 0) return refuse(faults);
  const files = Object.entries(found).map(([name, content]) => ({ name, bytes: content }));
  return packed(files).equals(bytes) ? ok(files) : refuse([{ fault: 'archive-altered' }]);
}
