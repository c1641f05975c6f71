import { useRef, useState } from 'react';
import { sendEvidence } from '../server/procedures.ts';
import type { Answer } from '../server/request.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { EvidenceFile } from '../server/shapes/standards.ts';

const filesMost = 10;
const bytesMost = 10 * 1024 * 1024;

/** A file that somebody chose; it is being sent until it is kept or there is a problem. */
export interface ChosenFile {
  readonly key: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly kept?: EvidenceFile;
  readonly problem?: Problem;
}

/** The files of a signature while it is written: sent as soon as they are chosen, one after the other. */
export function useEvidence(procedure: string) {
  const [files, show] = useState<readonly ChosenFile[]>([]);
  // What is sent goes on while the page is drawn: it reads how things stand here.
  const now = useRef<readonly ChosenFile[]>([]);
  const sending = useRef(Promise.resolve());
  const keys = useRef(0);
  const change = (changed: readonly ChosenFile[]) => {
    now.current = changed;
    show(changed);
  };
  const send = async (key: number, file: File) => {
    if (!now.current.some((one) => one.key === key)) return;
    const answer = await sendEvidence(procedure, file);
    const sent = answer.ok ? { kept: answer.value } : { problem: ofFile(answer.problem) };
    const isThere = answer.ok && now.current.some(({ kept }) => kept?.id === answer.value.id); // Chosen twice, it is one.
    change(isThere ? without(now.current, key) : now.current.map((one) => (one.key === key ? { ...one, ...sent } : one)));
  };
  const add = (chosen: readonly File[]) => {
    for (const file of chosen) {
      keys.current += 1;
      const key = keys.current;
      const problem = refusedAtOnce(file, now.current);
      change([...now.current, { key, name: file.name, size: file.size, ...(problem ? { problem } : {}) }]);
      if (!problem) sending.current = sending.current.then(() => send(key, file));
    }
  };
  /** Ids of the files once all are sent; a problem where one was not taken: nobody signs less than he meant to. */
  const whenSent = async (): Promise<Answer<readonly string[]>> => {
    await sending.current;
    if (now.current.some(({ problem }) => problem)) return { ok: false, problem: ours('evidence-left') };
    return { ok: true, value: now.current.flatMap(({ kept }) => kept?.id ?? []) };
  };
  return { files, add, remove: (key: number) => change(without(now.current, key)), whenSent };
}

const without = (files: readonly ChosenFile[], key: number) => files.filter((one) => one.key !== key);
const ours = (code: string): Problem => ({ type: 'about:blank', status: 0, code });
const ofFile = (problem: Problem): Problem => (problem.code === 'body-too-large' ? ours('evidence-too-large') : problem);

function refusedAtOnce(file: File, before: readonly ChosenFile[]): Problem | undefined {
  if (file.size > bytesMost) return ours('evidence-too-large');
  return before.filter(({ problem }) => !problem).length >= filesMost ? ours('evidence-too-many') : undefined;
}
