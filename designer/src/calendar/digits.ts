const zeros = [0x06f0, 0x0660]; // Persian, Arabic

/** Persian and Arabic digits as Latin ones, so that people may type either. */
export function latinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((start) => code >= start && code < start + 10) ?? 0x30;
    return String(code - zero);
  });
}

/** A number as people type it in any of our languages: `1 250,5`, `۱٬۲۵۰٫۵`, `-3`. `undefined` where it is none. */
export function readNumber(text: string): number | undefined {
  const plain = latinDigits(text)
    .replace(/[\s\u00a0\u202f٬'’\u200e\u200f]/g, '')
    .replace('٫', '.')
    .replace('−', '-');
  const oneComma = /^-?\d+,\d{1,2}$/.test(plain) || /^-?0,\d+$/.test(plain);
  const cleaned = oneComma ? plain.replace(',', '.') : plain.replace(/,(?=\d{3}(\D|$))/g, '');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(cleaned) ? Number(cleaned) : undefined;
}

/** Digits as the reader writes them, for texts that are no numbers: `09:30`, a code of days. */
export const digitsFor = (language: string, text: string): string =>
  language === 'fa' ? text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit))) : text;

/** A time of day as people type it (`9`, `9:30`, `۰۹٫۳۰`, `930`) as `HH:MM`; what is none stays as it was typed. */
export function readTime(text: string): string {
  const plain = latinDigits(text)
    .trim()
    .replace(/[.,٫h\s]+/g, ':');
  const match = /^(\d{1,2})(?::(\d{2}))?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  const hours = Number(match?.[1]);
  const minutes = Number(match?.[2] ?? 0);
  if (!match || minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return text;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
