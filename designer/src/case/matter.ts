/** Shorter than this a first sentence says too little to stand alone ("Hello."). */
const lettersLeast = 12;
const lettersMost = 90;

/** A stop after these ends no sentence: "Dr.", "2 a.m.", "ul.", "(ش.". */
const abbreviated =
  /(^|[\s.(«„“"'])(\p{L}|dr|mr|mrs|ms|prof|rev|st|rd|ave|no|tel|ltd|inc|co|etc|vs|approx|nr|ul|al|os|pl|tj|np|godz|mgr|inż|lek|sp|tzw|itd|itp|ok)$/iu;

/** The matter in one line: the first sentence of the complainant's own words, without its full stop; cut at a word where it is very long. */
export function matterOf(title: string): string {
  const text = title.trim().replace(/\s+/g, ' ');
  const end = /[.!?؟…](?=\s+[^\p{Ll}]|$)/gu;
  for (const found of text.matchAll(end)) {
    const sentence = text.slice(0, found.index + (found[0] === '.' ? 0 : 1));
    if (sentence.length >= lettersLeast && !abbreviated.test(sentence) && !isBracketed(sentence)) return cut(sentence);
  }
  return cut(text);
}

/** Within brackets nothing ends. */
const isBracketed = (text: string) => text.lastIndexOf('(') > text.lastIndexOf(')');

function cut(text: string): string {
  if (text.length <= lettersMost) return text;
  const last = text.lastIndexOf(' ', lettersMost);
  return `${text.slice(0, last > lettersLeast ? last : lettersMost).replace(/[…,;:]+$/, '')}…`;
}
