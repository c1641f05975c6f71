import type { Result, Text } from '@redress/engine';
import type { MessageId } from '../language/messages.ts';
import type { ActionPayloads } from './action-commands.ts';
import type { BlockPayloads } from './block-commands.ts';
import type { ButtonPayloads } from './button-commands.ts';
import type { ClipboardPayloads } from './clipboard-paste.ts';
import type { ClockPayloads } from './clock-commands.ts';
import type { DelayPayloads } from './delay-commands.ts';
import type { EvidencePayloads } from './evidence-commands.ts';
import type { FieldPayloads } from './field-commands.ts';
import type { FieldMorePayloads } from './field-more-commands.ts';
import type { FixPayloads } from './fix-commands.ts';
import type { FormPayloads } from './form-commands.ts';
import type { FormUsePayloads } from './form-use-commands.ts';
import type { LayoutPayloads } from './layout-commands.ts';
import type { LetterPayloads } from './letter-commands.ts';
import type { MeasurePayloads } from './measure-commands.ts';
import type { ProfilePayloads } from './profile-commands.ts';
import type { PropertyPayloads } from './property-commands.ts';
import type { ReturnPayloads } from './return-commands.ts';
import type { RolePayloads } from './role-commands.ts';
import type { RowPayloads } from './row-commands.ts';
import type { RowValuePayloads } from './row-value-commands.ts';
import type { ScenarioPayloads } from './scenario-commands.ts';
import type { SkeletonPayloads } from './skeleton-commands.ts';
import type { StepPayloads } from './step-commands.ts';
import type { TableColumnPayloads } from './table-column-commands.ts';
import type { TablePayloads } from './table-commands.ts';
import type { TracksPayloads } from './tracks-commands.ts';
import type { WhoPayloads } from './who-commands.ts';

/** Every edit by its name, with what it needs. */
export type Payloads = StepPayloads &
  TracksPayloads &
  RowPayloads &
  RowValuePayloads &
  ActionPayloads &
  PropertyPayloads &
  ButtonPayloads &
  ReturnPayloads &
  RolePayloads &
  WhoPayloads &
  EvidencePayloads &
  ProfilePayloads &
  MeasurePayloads &
  DelayPayloads &
  ClockPayloads &
  FormPayloads &
  FormUsePayloads &
  FieldPayloads &
  FieldMorePayloads &
  LetterPayloads &
  BlockPayloads &
  TablePayloads &
  TableColumnPayloads &
  LayoutPayloads &
  ScenarioPayloads &
  SkeletonPayloads &
  FixPayloads &
  ClipboardPayloads;
export type CommandName = keyof Payloads;
export type Command = { [Name in CommandName]: { readonly name: Name; readonly payload: Payloads[Name] } }[CommandName];

/** A sentence of the history list: a message of the catalogue and what it names. Names are in the languages of the procedure. */
export interface Sentence {
  readonly id: MessageId;
  readonly facts: Readonly<Record<string, Text | string | number>>;
}

/** What a command did, in words, and to what: the same command on the same target within a moment is one entry of the history. */
export interface Done {
  readonly words: Sentence;
  readonly target: string;
  /** What is new, or what one would choose next. */
  readonly chosen?: readonly string[];
}

/** Why an edit cannot be done; nothing is changed then. */
export type EditRefusal =
  | { readonly code: 'no-such-element'; readonly element: string }
  | { readonly code: 'no-such-row'; readonly row: string }
  /** A step into itself, a row on an end, something that is not inside a stage. */
  | { readonly code: 'not-here'; readonly element: string }
  /** Another kind would drop these parts of it. */
  | { readonly code: 'would-lose'; readonly element: string; readonly parts: readonly string[] }
  /** Something still needs it, at these places. */
  | { readonly code: 'in-use'; readonly element: string; readonly uses: readonly string[] }
  | { readonly code: 'no-such-place'; readonly at: string }
  /** A part of the draft is not what it should be; it is kept as it is, and has to be put right as JSON. */
  | { readonly code: 'odd-shape'; readonly key: string }
  /** Text that is no piece of a procedure. */
  | { readonly code: 'not-ours' }
  | { readonly code: 'nothing-to-do' };

/** A document while a command writes it. */
export interface Drawing {
  readonly definition: Record<string, unknown>;
  readonly layout: Record<string, unknown>;
  readonly scenarios: Record<string, unknown>;
}
export type Recipe<Payload> = (drawing: Drawing, payload: Payload) => Result<Done, EditRefusal>;
export type Recipes<Of> = { readonly [Name in keyof Of]: Recipe<Of[Name]> };
