import { filesMost } from '../bundle/archive.ts';
import type { BundleFault } from '../bundle/bundle-fault.ts';
import type { ChainFault } from '../store/chain-faults.ts';
import type { Stuck } from './find-stuck.ts';
import { plain } from './plain.ts';

/** What is wrong with a journal or its case, for people; scripts read the code. */
export const chainWords: Readonly<Record<ChainFault['fault'], string>> = {
  'line-missing': 'a line of the journal is gone, and later ones are there',
  'tail-cut': 'the last lines of the journal are gone: the case tells that there were more',
  'line-altered': 'the line does not say what was written',
  'line-swapped': 'the line was written at another place of this journal',
  'line-inserted': 'there is a line more than was written',
  'line-of-another-case': 'the line was written for another case',
  'chain-broken': 'the line was written after another one than that which now stands before it',
  'head-differs': 'the last line is not the one that the case names as its last',
  'contents-altered': 'the answers, notes and reasons of the line are not those that were written',
  'case-altered': 'the case is not as its last line left it: altered, or exchanged for another or an older one',
  'case-missing': 'the journal is there, and its case is not',
};

/** Work that lies. */
export const stuckWords: Readonly<Record<Stuck['what'], string>> = {
  'timer-due': 'a deadline came, and nothing was done about it; is a server running?',
  'case-unsettled': 'what happened is not copied to lists and journal yet; is a server running?',
  'effect-unsent': 'a letter, a number or a message waits, and nobody takes it up; is a server running?',
  'lease-expired': 'somebody began to send a letter, a number or a message, and was never heard of again',
};

/** What is wrong with an evidence bundle. */
export const bundleWords: Readonly<Record<BundleFault['fault'], string>> = {
  ...chainWords,
  'archive-unreadable': 'this is no ZIP file, or a damaged or shortened one',
  'archive-altered': 'the ZIP file was changed after Redress packed it: a byte of a file, its order, or something between the files',
  'too-many-files': `there are more than ${filesMost} files in it`,
  'name-refused': 'no file of a bundle has such a name',
  'name-twice': 'two files have this name',
  compressed: 'it is compressed, and Redress never compresses: somebody else packed it',
  'manifest-missing': 'the list of everything that was signed is not there',
  'manifest-unreadable': 'the list of everything that was signed cannot be read',
  'signature-wrong':
    'the signature does not fit the list of what was signed (manifest.json): the list or the signature was changed, or another key signed',
  'key-unreadable': 'there is no public key in it that can be read',
  'key-differs': 'the enclosed key is not the one that is expected: somebody else may have made this bundle',
  'file-missing': 'it was signed, and is not there',
  'file-extra': 'it is there, and nobody signed it',
  'file-altered': 'it is not the file that was signed: other contents or another size',
  'file-unreadable': 'it is there, and not in the form that Redress writes',
  'definition-differs': 'it is not the procedure that was signed for',
  'packs-differ': 'its packs of rules are not those of the list of what was signed',
  'counts-differ': 'its numbers do not fit each other',
  'period-differs': 'it is about another period than the list of what was signed',
  'journal-differs': 'it is a journal of a case that is not in the sample',
  'evidence-differs': 'a file behind a signature is gone or another one, or nobody signed by it',
  'finding-unsettled': 'a finding of the review that was not settled before the approval',
  'clause-unknown': 'a finding by a clause that this program does not know',
  'operation-differs': 'it says something else than the enclosed journal of the case shows by the same rules',
  'verdict-differs': 'it says something else than this program proves by the same rules',
};

/** `file-altered: verdicts.json: it is not the file that was signed …`. */
export const bundleLine = ({ fault, file, at }: BundleFault): string =>
  plain([fault, [file, at].filter((part) => part !== undefined).join(', '), bundleWords[fault]].filter((part) => part !== '').join(': '));
