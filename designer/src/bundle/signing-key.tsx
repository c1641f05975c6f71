import { FileDown } from 'lucide-react';
import { buttonClass } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { useWords } from '../language/words.tsx';
import { signingKeyFile } from '../server/bundles.ts';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { Fingerprint } from './fingerprint.tsx';

/** The key of the organisation, as others may know it. */
export function SigningKey({ className }: { readonly className: string }) {
  return (
    <section className={className}>
      <PartCatalogue of="bundle">
        <Key />
      </PartCatalogue>
    </section>
  );
}

function Key() {
  const say = useWords();
  return (
    <>
      <h2>{say('bundle.key-title')}</h2>
      <p>{say('bundle.key-lead')}</p>
      <Fingerprint />
      <div>
        <a className={buttonClass({ kind: 'link' })} href={signingKeyFile} download>
          <Icon of={FileDown} />
          {say('bundle.key-file')}
        </a>
      </div>
    </>
  );
}
