/** What goes to the worker and comes back, numbered: an answer to an older question is no answer. */
export interface Asked<Question> {
  readonly number: number;
  readonly question: Question;
}
export interface Answered<Answer> {
  readonly number: number;
  readonly answer: Answer;
}

/** As much of a worker as the desk needs. */
export interface DeskWorker<Question, Answer> {
  postMessage(asked: Asked<Question>): void;
  onmessage: ((message: MessageEvent<Answered<Answer>>) => void) | null;
  onerror: ((problem: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface WorkerDesk<Question> {
  /** Goes to work as soon as the one before is done; of several that wait only the latest does. */
  readonly ask: (question: Question) => void;
  readonly close: () => void;
}

/**
 * One question at a time goes to the worker, so that typing never waits and nothing piles up. A worker that takes too long (a draft is a program of
 * somebody's) or breaks is given up; the next question gets a new one.
 */
export function openWorkerDesk<Question, Answer>(desk: {
  readonly hire: () => DeskWorker<Question, Answer>;
  readonly answered: (question: Question, answer: Answer) => void;
  readonly failed: () => void;
  readonly patienceMs?: number;
}): WorkerDesk<Question> {
  let worker: DeskWorker<Question, Answer> | undefined;
  let working: { readonly number: number; readonly question: Question; readonly patience: ReturnType<typeof setTimeout> } | undefined;
  let waiting: { readonly question: Question } | undefined;
  let number = 0;

  const next = (): void => {
    const next = waiting;
    waiting = undefined;
    if (next) begin(next.question);
  };
  const end = (): { readonly question: Question } | undefined => {
    clearTimeout(working?.patience);
    const ended = working;
    working = undefined;
    return ended;
  };
  const giveUp = (): void => {
    end();
    worker?.terminate();
    worker = undefined;
    desk.failed();
    next();
  };
  const hired = (): DeskWorker<Question, Answer> => {
    const fresh = desk.hire();
    fresh.onmessage = ({ data }) => {
      if (data.number !== working?.number) return;
      const ended = end();
      if (ended) desk.answered(ended.question, data.answer);
      next();
    };
    fresh.onerror = giveUp;
    return fresh;
  };
  const begin = (question: Question): void => {
    worker ??= hired();
    number += 1;
    working = { number, question, patience: setTimeout(giveUp, desk.patienceMs ?? 10_000) };
    worker.postMessage({ number, question });
  };
  return {
    ask: (question) => {
      if (working) waiting = { question };
      else begin(question);
    },
    close: () => {
      waiting = undefined;
      end();
      worker?.terminate();
      worker = undefined;
    },
  };
}
