import styles from './avatar.module.css';

/** Initials of a person, always beside the name or with it as label. `me` is turquoise. */
export function Avatar({ name, me = false, large = false, labelled = false }: AvatarProps) {
  return (
    <span
      className={`${styles.avatar} ${me ? styles.me : ''} ${large ? styles.large : ''}`}
      {...(labelled ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
    >
      {initials(name)}
    </span>
  );
}

interface AvatarProps {
  readonly name: string;
  readonly me?: boolean;
  readonly large?: boolean;
  /** Where the name is not written beside it. */
  readonly labelled?: boolean;
}

/** First letters of the first and the last name; a zero-width non-joiner keeps Persian letters apart. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].flatMap((word) => [...(word ?? '')][0] ?? []);
  return letters.join('\u200c').toLocaleUpperCase();
}
