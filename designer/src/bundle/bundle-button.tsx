import { FileArchive, FileDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Note } from '../base/note.tsx';
import type { Period } from '../calendar/usual-periods.ts';
import { saveFile } from '../exchange/save-file.ts';
import { useWords } from '../language/words.tsx';
import { bundleName, readBundle } from '../server/bundles.ts';
import { useCommand } from '../server/use-command.ts';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './bundle.module.css';
import { Fingerprint } from './fingerprint.tsx';

interface Which {
  readonly procedure: string;
  readonly version: number;
  /** When the complaints were received whose cases are counted, and that in words. */
  readonly period: Period;
  readonly periodWords: string;
}

/** What an auditor takes along of a published version: said first, then made and saved. */
export function BundleButton(which: Which) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.opens}>
      <Button icon={FileArchive} forReaders onPress={() => setOpen(true)}>
        {say('bundle.title')}
      </Button>
      <Dialog title={say('bundle.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <PartCatalogue of="bundle">
          <BundleContents {...which} />
        </PartCatalogue>
      </Dialog>
    </div>
  );
}

const inIt = ['procedure', 'verdicts', 'operation', 'signed', 'cases', 'page'] as const;

function BundleContents({ procedure, version, period, periodWords }: Which) {
  const say = useWords();
  const [saved, setSaved] = useState<string>();
  const making = useCommand(readBundle, (bundle) => {
    const name = bundleName(procedure, version);
    saveFile(name, bundle);
    setSaved(name);
  });
  const make = () => {
    setSaved(undefined);
    void making.run(procedure, version, period);
  };
  return (
    <div className={styles.contents}>
      <p>{say('bundle.lead', { version })}</p>
      <p>
        <b>{say('bundle.period')}</b> {periodWords}
      </p>
      <h3>{say('bundle.holds')}</h3>
      <ul>
        {inIt.map((part) => (
          <li key={part}>{say(`bundle.holds-${part}`)}</li>
        ))}
      </ul>
      <p>{say('bundle.verify')}</p>
      <Fingerprint />
      <div>
        <Button kind="primary" icon={FileDown} isPending={making.isBusy} onPress={make}>
          {say('bundle.download')}
        </Button>
      </div>
      <ProblemNote problem={making.problem} />
      {saved !== undefined && (
        <Note tone="good" live>
          {say('bundle.saved', { file: `\u2068${saved}\u2069` })}
        </Note>
      )}
    </div>
  );
}
