import type { RightName } from '../store/models/people-person.ts';
import type { TokenDocument } from '../store/models/people-token.ts';

/** Nobody needs to be signed in. */
const open = ['lookAtSetUp', 'setUp', 'signIn', 'lookAtInvitation', 'join'] as const;

/** Whoever is signed in. What a person finds behind them (cases, tasks, timelines) still depends on rights, roles and exclusions. */
const everybody = [
  'readSession',
  'signOut',
  'listSessions',
  'endSession',
  'changeMyChoices',
  'changeMyPassword',
  'readOrganisation',
  'readSigningKey',
  'downloadSigningKey',
  'listNames',
  'listCalendars',
  'readCalendar',
  'listDefinitions',
  'readDefinition',
  'readDefinitionVersion',
  'readDraft',
  'keepDraft',
  'dropDraft',
  'listInbox',
  'markInboxRead',
] as const;

/** Case work: by right, or by holding a role of a procedure. The case itself decides what its reader may see. */
const caseWork = [
  'readStart',
  'startCase',
  'searchCases',
  'readCase',
  'sendEvent',
  'listOffers',
  'readTimeline',
  'inspectCase',
  'readWhatIf',
  'listLetters',
  'readLetter',
  'downloadLetter',
  'listTimers',
  'explainDue',
  'searchTasks',
  'readTask',
  'claimTask',
  'releaseTask',
  'completeTask',
] as const;

const reading = [
  'searchCases',
  'readCase',
  'listOffers',
  'readTimeline',
  'inspectCase',
  'readWhatIf',
  'listLetters',
  'readLetter',
  'listTimers',
  'explainDue',
] as const;

/** How what was published stands to the rules, what was signed about that, who did what for it, and what became of it in cases: without naming one that the reader may not read. */
const proof = [
  'listChangedStandards',
  'listWaivers',
  'listAttestations',
  'downloadEvidence',
  'readVersionHistory',
  'readRunningCases',
  'readOperation',
  'readStatistics',
] as const;

/** What those who draw and those who review say to each other about a draft. */
const commenting = ['readComments', 'addComment', 'replyToComment', 'resolveComment'] as const;

/** Right → operations. The whole table: what stands nowhere in it is allowed to nobody. The administrator reads no case. */
export const operationsOf = {
  open,
  everybody,
  /** Holders of any role of a procedure, whatever their rights. */
  'role-holder': caseWork,
  handler: [...caseWork, 'markLetterSent', 'addOutsider', 'readStatistics'],
  'team-lead': [
    ...caseWork,
    'markLetterSent',
    'addOutsider',
    'assignTask',
    'cancelCase',
    'fireTimer',
    'moveTimer',
    'listIncidents',
    'retryIncident',
    'skipIncident',
    'readStatistics',
  ],
  'process-owner': [
    'editDefinition',
    'readDefinitionDraft',
    'readDraftChanges',
    'readDraftHistory',
    'readReviewedDraft',
    'validateDefinition',
    'rehearseDraft',
    'readWhatIf',
    'submitDefinition',
    'returnDefinition',
    ...commenting,
    'readStandards',
    ...proof,
    'publishDefinition',
    'republishDefinition',
    'retireDefinition',
    'changeCalendar',
  ],
  compliance: [
    ...reading,
    'readDefinitionDraft',
    'readDraftChanges',
    'readDraftHistory',
    'readReviewedDraft',
    'validateDefinition',
    'rehearseDraft',
    'approveDefinition',
    'returnDefinition',
    ...commenting,
    'readStandards',
    ...proof,
    'waiveRule',
    'withdrawWaiver',
    'attestRule',
    'downloadBundle',
    'sendEvidence',
    'readPeopleLog',
  ],
  management: proof,
  administrator: [
    'changeOrganisation',
    'chooseHandling',
    'listPeople',
    'readPerson',
    'addPerson',
    'changePerson',
    'invitePerson',
    'disablePerson',
    'enablePerson',
    'readPeopleLog',
    'changeCalendar',
    'listTokens',
    'makeToken',
    'revokeToken',
  ],
} as const satisfies Record<RightName | 'open' | 'everybody' | 'role-holder', readonly string[]>;

type Table = typeof operationsOf;
export type Holder = keyof Table;
export type Operation = Table[Holder][number];

/** What a token may do at most; approving, signing, returning, publishing, retiring, people, rights, tokens, settings: never. */
const scopes = {
  read: [
    ...reading,
    'readSession',
    'readOrganisation',
    'readSigningKey',
    'downloadSigningKey',
    'listNames',
    'listCalendars',
    'readCalendar',
    'listDefinitions',
    'readDefinition',
    'readDefinitionVersion',
    'readStart',
    'searchTasks',
    'readTask',
    'listIncidents',
    'downloadLetter',
    'listInbox',
    'readDefinitionDraft',
    'readDraftChanges',
    'readDraftHistory',
    'readReviewedDraft',
    'readComments',
    'readStandards',
    ...proof,
  ],
  work: [
    'sendEvent',
    'claimTask',
    'releaseTask',
    'assignTask',
    'completeTask',
    'markLetterSent',
    'retryIncident',
    'fireTimer',
    'moveTimer',
    'cancelCase',
    'markInboxRead',
    'addOutsider',
  ],
  /** A web form writes down who complains, and starts the case for them. */
  start: ['startCase', 'readStart', 'addOutsider'],
} as const satisfies Record<TokenDocument['scope'][number], readonly Operation[]>;

const includes = (operations: readonly string[], operation: Operation) => operations.includes(operation);

/** Who may do it, as the refusal tells it. */
export const holdersOf = (operation: Operation): readonly Holder[] => holders.filter((holder) => includes(operationsOf[holder], operation));
const holders: readonly Holder[] = [
  'open',
  'everybody',
  'role-holder',
  'handler',
  'team-lead',
  'process-owner',
  'compliance',
  'management',
  'administrator',
];

export const isOpen = (operation: Operation): boolean => includes(open, operation);

/** The one place where rights are decided. */
export const mayDo = (who: { readonly rights: readonly RightName[]; readonly holdsRole: boolean }, operation: Operation): boolean =>
  includes(everybody, operation) ||
  who.rights.some((right) => includes(operationsOf[right], operation)) ||
  (who.holdsRole && includes(caseWork, operation));

export const scopeAllows = (scope: TokenDocument['scope'], operation: Operation): boolean =>
  scope.some((word) => includes(scopes[word], operation));
export const allOperations: readonly Operation[] = [...new Set(holders.flatMap((holder): readonly Operation[] => operationsOf[holder]))];
