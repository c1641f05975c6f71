import { useEffect, useState } from 'react';
import { Note } from '../base/note.tsx';
import { useWords } from '../language/words.tsx';
import { useSession } from '../shell/session.tsx';
import { keptBehind } from './draft-keep.ts';

/** A drawing that cannot be opened now: what was drawn and not sent is still there. */
export function KeptBehind({ procedure }: { readonly procedure: string }) {
  const say = useWords();
  const me = useSession().person.id;
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isThere = true;
    void keptBehind(me, procedure).then((found) => isThere && setCount(found));
    return () => {
      isThere = false;
    };
  }, [me, procedure]);
  return count > 0 && <Note live>{say('draft.held', { count })}</Note>;
}
