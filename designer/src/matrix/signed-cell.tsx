import { Button } from '../base/button.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { isolated } from '../language/isolated.ts';
import { useWords } from '../language/words.tsx';
import styles from './matrix.module.css';
import { type MatrixRow, signatureOf } from './matrix-rows.ts';
import { SignedFiles } from './signed-files.tsx';

/** Who signed what no drawing proves, until when and on which evidence. */
export function SignedCell({
  procedure,
  row,
  today,
  onSign,
}: {
  readonly procedure: string;
  readonly row: MatrixRow;
  readonly today: string;
  readonly onSign: (() => void) | undefined;
}) {
  const say = useWords();
  const dates = useDates();
  const { rule, attestation } = row;
  if (rule.proved !== 'attestation') return null;
  const signature = signatureOf(row, today);
  const act = say(attestation ? 'matrix.attest-again' : 'matrix.attest');
  return (
    <>
      <p className={styles.signed} data-signature={signature}>
        {attestation
          ? say(signature === 'soon' || signature === 'lapsed' ? `matrix.signed-${signature}` : 'matrix.signed-by', {
              name: isolated(attestation.person?.name ?? say('review.person-unknown')),
              until: dates.date(attestation.validUntil),
            })
          : say('matrix.signed-none')}
      </p>
      {attestation && (
        <p className={styles.said} dir="auto">
          {attestation.statement}
        </p>
      )}
      {attestation && attestation.evidence !== '' && (
        <p className={styles.said} dir="auto">
          {attestation.evidence}
        </p>
      )}
      {attestation && attestation.files.length > 0 && <SignedFiles procedure={procedure} files={attestation.files} />}
      {onSign && (
        <Button kind="link" onPress={onSign} label={`${act}: ${rule.rule}`}>
          {act}
        </Button>
      )}
    </>
  );
}
