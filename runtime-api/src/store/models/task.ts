import { plain, storedSchema } from '../schema.ts';

/** One flat row a task, replaced only by a higher revision of its case; `_id` is `caseId:<task instance>`. */
export interface TaskDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly caseId: string;
  /** Revision of the case that wrote this row. */
  readonly revision: number;
  /** `Task.id`. */
  readonly task: string;
  readonly step: string;
  readonly kind: 'work' | 'print';
  readonly role: string;
  /** `<definition id>/<role>`: role ids belong to their procedure. */
  readonly queue: string;
  readonly definition: {
    readonly id: string;
    readonly version: number;
    readonly hash: string;
  };
  readonly form?: string;
  /** `print`: key of the letter whose sending this is. */
  readonly letter?: string;
  readonly openedAt: string;
  readonly dueAt?: string;
  /** `dueAt`, or the end of time. */
  readonly dueSort: string;
  readonly assignee?: string;
  /** Assignee, or the empty string: what the queues ask for. */
  readonly holder: string;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly doneAt?: string;
  /** Who did it, or by what he did in the case took it away. */
  readonly doneBy?: string;
  readonly doneEvent?: string;
  readonly number?: string;
  readonly title: string;
  readonly severity?: number;
  /** Where the procedure says it as a number. */
  readonly priority?: number;
  readonly excludes: readonly string[];
  readonly competence: readonly string[];
}

export const taskSchema = storedSchema('tasks', {
  caseId: { type: String, required: true },
  revision: { type: Number, required: true },
  task: { type: String, required: true },
  step: { type: String, required: true },
  kind: { type: String, required: true },
  role: { type: String, required: true },
  queue: { type: String, required: true },
  definition: { type: plain, required: true },
  form: String,
  letter: String,
  openedAt: { type: String, required: true },
  dueAt: String,
  dueSort: { type: String, required: true },
  assignee: String,
  holder: { type: String, default: '' },
  state: { type: String, required: true },
  doneAt: String,
  doneBy: String,
  doneEvent: String,
  number: String,
  title: String,
  severity: Number,
  priority: Number,
  excludes: plain,
  competence: plain,
});
taskSchema.index({
  organisation: 1,
  state: 1,
  queue: 1,
  holder: 1,
  dueSort: 1,
  _id: 1,
});
taskSchema.index({ organisation: 1, state: 1, holder: 1, dueSort: 1, _id: 1 });
taskSchema.index({ organisation: 1, state: 1, queue: 1, dueSort: 1 });
taskSchema.index({ organisation: 1, doneBy: 1, doneAt: -1, _id: 1 });
taskSchema.index({ organisation: 1, caseId: 1, openedAt: 1 });
