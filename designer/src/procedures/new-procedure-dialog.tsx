import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { TextField } from '../base/text-field.tsx';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { readProcedureDraft, readProcedureVersion, saveProcedureDraft } from '../server/procedures.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { DefinitionRow } from '../server/shapes/definitions.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { copiedProcedure, copiedScenarios } from './copied-procedure.ts';
import { emptyProcedure, procedureId } from './empty-procedure.ts';
import type { Beginning } from './gallery.tsx';
import styles from './procedures.module.css';

const Gallery = lazy(async () => ({ default: (await import('./gallery.tsx')).Gallery }));

/** A procedure begins with its name and with something from the gallery: the rest is drawn, or copied from another one. */
export function NewProcedureDialog({
  taken,
  from,
  onClose,
}: {
  readonly taken: readonly string[];
  /** What is copied: what is being drawn of it, else what is in force. */
  readonly from?: DefinitionRow;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const text = useText();
  const [name, setName] = useState(from ? say('procedures.copy-of', { name: text(from.title) }) : '');
  const [beginning, setBeginning] = useState<Beginning>({ id: '' });
  const [named, setNamed] = useState(from !== undefined);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const title = name.trim();
  const begin = async () => {
    setTried(true);
    if (title === '') return;
    setBusy(true);
    const id = procedureId(title, taken);
    const words = {
      receive: say('procedures.first-step'),
      handler: say('procedures.first-role'),
      complainant: say('procedures.other-role'),
    };
    const source = from ? await readSource(from) : undefined;
    const begun = source?.ok
      ? {
          document: copiedProcedure(source.value.document, { id, title, language }),
          layout: source.value.layout,
          scenarios: copiedScenarios(source.value.scenarios, { from: from?.id ?? '', to: id }),
        }
      : {
          document: beginning.document
            ? copiedProcedure(beginning.document, { id, title, language })
            : emptyProcedure({ id, title, language, ...words }),
          ...(beginning.scenarios ? { scenarios: copiedScenarios(beginning.scenarios, { from: beginning.id, to: id }) } : {}),
        };
    const saved = source && !source.ok ? source : await saveProcedureDraft(id, begun, 0);
    setBusy(false);
    if (saved.ok) await navigate({ to: '/procedures/$procedure/map', params: { procedure: id } });
    else setProblem(saved.problem);
  };
  return (
    <Dialog
      title={from ? say('procedures.copy-title', { name: text(from.title) }) : say('procedures.new')}
      isOpen
      wide={!from}
      isBusy={busy}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="new-procedure" isPending={busy}>
            {say(from ? 'procedures.copy' : 'procedures.begin')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="new-procedure"
        className={styles.beginning}
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <TextField
          label={say('gallery.name')}
          value={name}
          onChange={(words) => {
            setName(words);
            setNamed(words !== '');
          }}
          autoFocus
          {...(tried && title === '' ? { problem: say('outline.name-missing') } : {})}
        />
        {!from && (
          <Suspense fallback={<SkeletonRows rows={4} />}>
            <Gallery
              value={beginning.id}
              onChoose={(next) => {
                setBeginning(next);
                // Whoever has not named it yet begins with the name that it has.
                if (!named) setName(next.title ? text(next.title) : '');
              }}
            />
          </Suspense>
        )}
        {problem && <ProblemNote problem={problem} />}
      </form>
    </Dialog>
  );
}

async function readSource({ id, current, draft }: DefinitionRow) {
  if (draft) return await readProcedureDraft(id);
  const version = await readProcedureVersion(id, current ?? 1);
  return version.ok ? { ok: true as const, value: { ...version.value, layout: {} } } : version;
}
