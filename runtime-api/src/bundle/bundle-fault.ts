import type { ChainFault } from '../store/chain-faults.ts';
import type { ArchiveFault } from './archive.ts';

/** What is wrong with a bundle, and in which of its files. */
export interface BundleFault {
  readonly fault:
    | ArchiveFault['fault']
    | ChainFault['fault']
    | 'manifest-missing'
    | 'manifest-unreadable'
    /** Whoever signed it did not sign this. */
    | 'signature-wrong'
    | 'key-unreadable'
    /** The enclosed key is another one than the manifest or whoever checks names. */
    | 'key-differs'
    | 'file-missing'
    | 'file-extra'
    | 'file-altered'
    | 'file-unreadable'
    | 'definition-differs'
    | 'packs-differ'
    | 'counts-differ'
    | 'period-differs'
    | 'journal-differs'
    /** A file that people signed is not there, or is another, or nobody signed it. */
    | 'evidence-differs'
    /** It was not settled when the procedure was approved. */
    | 'finding-unsettled'
    /** This program knows no such clause. */
    | 'clause-unknown'
    /** This program reads something else in an enclosed journal by the same rules. */
    | 'operation-differs'
    /** This program comes to another verdict by the same rules. */
    | 'verdict-differs';
  readonly file?: string;
  /** The rule, case or revision that it is about. */
  readonly at?: string;
}
