/** Proofs to which another store adds nothing: they ask the engine, the rules and what was drawn, or bring a store of their own. */
export const onOneStore =
  'test/proof/(calendar|counterexamples|demo-slice|differential|divergences|explored|exported-|fixes|hand-drawn|harmless-variants|mutation-share|no-false-proof|random-walks)';
