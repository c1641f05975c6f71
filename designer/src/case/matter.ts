/** Shorter than this a first sentence says too little to stand alone ("Hello."). */
const lettersLeast = 12;
const lettersMost = 90;

/** A stop after these ends no sentence: "Dr.", "2 a.m.", "ul.". */
const abbreviated = /(^|[\s.])(\p{L}|dr|mr|mrs|ms|st|no|nr|ul|al|pl|tj|np)$/iu;

/** The matter in one line: the first sentence of the complainant's own words, without its full stop; cut at a word where it is very long. */
export function matterOf(title: string): string {
  const text = title.trim().replace(/\s+/g, ' ');
  const end = /[.!?؟…](?=\s+[^\p{Ll}]|$)/gu;
  for (const found of text.matchAll(end)) {
    const sentence = text.slice(0, found.index + (found[0] === '.' ? 0 : 1));
    if (sentence.length >= lettersLeast && !abbreviated.test(sentence)) return cut(sentence);
  }
  return cut(text);
}

function cut(text: string): string {
  if (text.length <= lettersMost) return text;
  const last = text.lastIndexOf(' ', lettersMost);
  return `${text.slice(0, last > lettersLeast ? last : lettersMost).replace(/[…,;:]+$/, '')}…`;
}
