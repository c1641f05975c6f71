/** What the desk at the door refuses. A code and its facts, no prose. */
export type PeopleRefusal =
  /** E-mail or password is wrong, or the person may not sign in: one answer for all. */
  | { readonly code: 'sign-in-refused' }
  /** The password opens several organisations: say which. */
  | {
      readonly code: 'choose-organisation';
      readonly organisations: readonly {
        readonly id: string;
        readonly name: string;
      }[];
    }
  | { readonly code: 'too-many-attempts'; readonly retryAfterSeconds: number }
  /** Unknown, used up or over: one answer for all. */
  | { readonly code: 'code-not-valid' }
  | { readonly code: 'already-set-up' }
  | { readonly code: 'time-zone-unknown'; readonly timeZone: string }
  | { readonly code: 'country-unknown'; readonly country: string }
  | { readonly code: 'email-used'; readonly email: string }
  | { readonly code: 'email-missing' }
  | { readonly code: 'email-not-valid'; readonly email: string }
  | {
      readonly code: 'password-weak';
      readonly because: 'common' | 'personal' | 'repeats';
    }
  | { readonly code: 'password-wrong' }
  | { readonly code: 'person-not-found'; readonly person: string }
  | {
      readonly code: 'role-unknown';
      readonly definition: string;
      readonly role: string;
    }
  | { readonly code: 'last-administrator' }
  /** Staff alone hold rights and sign in. */
  | { readonly code: 'staff-only'; readonly person: string }
  | { readonly code: 'session-not-found'; readonly session: string }
  | { readonly code: 'token-not-found'; readonly token: string }
  /** A token for somebody else, or with rights that its maker does not hold. */
  | { readonly code: 'token-too-wide'; readonly right?: string };
