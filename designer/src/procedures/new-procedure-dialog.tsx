import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { TextField } from '../base/text-field.tsx';
import { useLanguage, useWords } from '../language/words.tsx';
import { saveProcedureDraft } from '../server/procedures.ts';
import type { Problem } from '../server/shapes/basics.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { emptyProcedure, procedureId } from './empty-procedure.ts';

/** A procedure begins with its name: the rest is drawn. */
export function NewProcedureDialog({ taken, onClose }: { readonly taken: readonly string[]; readonly onClose: () => void }) {
  const say = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const [name, setName] = useState('');
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
    const saved = await saveProcedureDraft(id, { document: emptyProcedure({ id, title, language, ...words }) }, 0);
    setBusy(false);
    if (saved.ok) await navigate({ to: '/procedures/$procedure/outline', params: { procedure: id } });
    else setProblem(saved.problem);
  };
  return (
    <Dialog
      title={say('procedures.new')}
      isOpen
      isBusy={busy}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="new-procedure" isPending={busy}>
            {say('procedures.begin')}
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
