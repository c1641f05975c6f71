import { Fragment } from 'react';

/** A sentence whose names stand in marks of direction (`isolated`): each name set apart by its weight, and in a direction of its own. */
export function NamedWords({ words }: { readonly words: string }) {
  const pieces = words.split(/(\u2068[^\u2068\u2069]*\u2069)/).filter((piece) => piece !== '');
  let at = 0;
  return pieces.map((piece) => {
    at += piece.length;
    if (!piece.startsWith('\u2068')) return <Fragment key={at}>{piece}</Fragment>;
    return (
      <b key={at}>
        <bdi>{piece.slice(1, -1)}</bdi>
      </b>
    );
  });
}
