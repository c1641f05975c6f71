import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { isolated } from '../language/isolated.ts';
import { NamedWords } from './named-words.tsx';

test('names stand out in a sentence, each in its own direction', () => {
  render(
    <p data-testid="said">
      <NamedWords words={`A case can now go to ${isolated('مرجع بیرونی')} after ${isolated('Decide')}`} />
    </p>,
  );
  const said = screen.getByTestId('said');
  expect(said.textContent).toBe('A case can now go to مرجع بیرونی after Decide');
  expect([...said.querySelectorAll('b > bdi')].map((name) => name.textContent)).toEqual(['مرجع بیرونی', 'Decide']);
});
