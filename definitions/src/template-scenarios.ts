import type { ShippedScenarios } from './shipped-scenarios.ts';
import bankBoardDecides from './templates/scenarios/bank-board-decides.json' with { type: 'json' };
import bankLate from './templates/scenarios/bank-late.json' with { type: 'json' };
import bankNotSettled from './templates/scenarios/bank-not-settled.json' with { type: 'json' };
import bankRedirected from './templates/scenarios/bank-redirected.json' with { type: 'json' };
import bankRejected from './templates/scenarios/bank-rejected.json' with { type: 'json' };
import bankRemedyNeverComes from './templates/scenarios/bank-remedy-never-comes.json' with { type: 'json' };
import bankResolved from './templates/scenarios/bank-resolved.json' with { type: 'json' };
import bankSilent from './templates/scenarios/bank-silent.json' with { type: 'json' };
import bankSilentCustomerToo from './templates/scenarios/bank-silent-customer-too.json' with { type: 'json' };
import bankSilentNotDone from './templates/scenarios/bank-silent-not-done.json' with { type: 'json' };
import bankWithdrawn from './templates/scenarios/bank-withdrawn.json' with { type: 'json' };
import hospitalLate from './templates/scenarios/hospital-late.json' with { type: 'json' };
import hospitalNotMadeSafe from './templates/scenarios/hospital-not-made-safe.json' with { type: 'json' };
import hospitalRedirected from './templates/scenarios/hospital-redirected.json' with { type: 'json' };
import hospitalRemedyNeverComes from './templates/scenarios/hospital-remedy-never-comes.json' with { type: 'json' };
import hospitalResolved from './templates/scenarios/hospital-resolved.json' with { type: 'json' };
import hospitalSettledOutside from './templates/scenarios/hospital-settled-outside.json' with { type: 'json' };
import hospitalWithdrawn from './templates/scenarios/hospital-withdrawn.json' with { type: 'json' };
import shopLate from './templates/scenarios/shop-late.json' with { type: 'json' };
import shopNoAnswer from './templates/scenarios/shop-no-answer.json' with { type: 'json' };
import shopNotSentBack from './templates/scenarios/shop-not-sent-back.json' with { type: 'json' };
import shopRedirected from './templates/scenarios/shop-redirected.json' with { type: 'json' };
import shopRemedyNeverComes from './templates/scenarios/shop-remedy-never-comes.json' with { type: 'json' };
import shopResolved from './templates/scenarios/shop-resolved.json' with { type: 'json' };
import shopSecondLookHelps from './templates/scenarios/shop-second-look-helps.json' with { type: 'json' };
import shopWithdrawn from './templates/scenarios/shop-withdrawn.json' with { type: 'json' };

/** What tries out a procedure for a trade, by its id: it goes into the draft that is begun from it. Reasons are in the first language of the procedure. */
export const templateScenarios: Readonly<Record<string, ShippedScenarios>> = {
  bank: {
    scripts: {
      boardDecides: bankBoardDecides,
      late: bankLate,
      notSettled: bankNotSettled,
      redirected: bankRedirected,
      rejected: bankRejected,
      remedyNeverComes: bankRemedyNeverComes,
      resolved: bankResolved,
      silent: bankSilent,
      silentCustomerToo: bankSilentCustomerToo,
      silentNotDone: bankSilentNotDone,
      withdrawn: bankWithdrawn,
    },
    gaps: {
      'clarifying/after/clarifyBy/1':
        'Wyjaśnianie zaczyna się tylko raz, więc decyzja jest zawsze jeszcze możliwa. Ta droga jest na wypadek, gdyby coś prowadziło do wyjaśniania po raz drugi.',
    },
  },
  shop: {
    scripts: {
      late: shopLate,
      noAnswer: shopNoAnswer,
      notSentBack: shopNotSentBack,
      redirected: shopRedirected,
      remedyNeverComes: shopRemedyNeverComes,
      resolved: shopResolved,
      secondLookHelps: shopSecondLookHelps,
      withdrawn: shopWithdrawn,
    },
    gaps: {
      'inspecting/after/inspectBy/1':
        'به بررسی فقط یک بار می‌رسیم، پس تصمیم‌گیری همیشه هنوز ممکن است. این راه برای وقتی است که از جایی دوباره به بررسی برگردیم.',
    },
  },
  hospital: {
    scripts: {
      late: hospitalLate,
      notMadeSafe: hospitalNotMadeSafe,
      redirected: hospitalRedirected,
      remedyNeverComes: hospitalRemedyNeverComes,
      resolved: hospitalResolved,
      settledOutside: hospitalSettledOutside,
      withdrawn: hospitalWithdrawn,
    },
    gaps: {},
  },
};
