import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { TextField } from '../base/text-field.tsx';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { readProcedureDraft, readProcedureVersion, saveProcedureDraft } from '../server/procedures.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { DefinitionRow } from '../server/shapes/definitions.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { copiedProcedure, copiedScenarios } from './copied-procedure.ts';
import { emptyProcedure, procedureId } from './empty-procedure.ts';

/** A procedure begins with its name: the rest is drawn, or copied from another one. */
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
      : { document: emptyProcedure({ id, title, language, ...words }) };
    const saved = source && !source.ok ? source : await saveProcedureDraft(id, begun, 0);
    setBusy(false);
    if (saved.ok) await navigate({ to: '/procedures/$procedure/outline', params: { procedure: id } });
    else setProblem(saved.problem);
  };
  return (
    <Dialog
      title={from ? say('procedures.copy-title', { name: text(from.title) }) : say('procedures.new')}
      isOpen
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
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <TextField
          label={say('outline.name')}
          value={name}
          onChange={setName}
          autoFocus
          {...(tried && title === '' ? { problem: say('outline.name-missing') } : {})}
        />
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
