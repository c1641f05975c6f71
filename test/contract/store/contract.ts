import { afterAll, beforeAll, describe } from '@jest/globals';
import { aggregationCases } from './aggregation.cases.ts';
import { compareAndSetCases } from './compare-and-set.cases.ts';
import { filterCases } from './filter.cases.ts';
import { indexCases } from './index.cases.ts';
import { insertCases } from './insert.cases.ts';
import { mongooseCases } from './mongoose.cases.ts';
import { pageCases } from './page.cases.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { updateCases } from './update.cases.ts';
import { updateErrorCases } from './update-error.cases.ts';
import { valueCases } from './value.cases.ts';

/** What the code above relies on, whichever store answers. */
export function storeContract(title: string, open: () => Promise<StoreUnderTest>): void {
  describe(title, () => {
    let opened: StoreUnderTest | undefined;
    const store = (): StoreUnderTest => {
      if (!opened) throw new Error('The store is not open');
      return opened;
    };
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened?.close();
    });
    insertCases(store);
    filterCases(store);
    updateCases(store);
    updateErrorCases(store);
    compareAndSetCases(store);
    indexCases(store);
    pageCases(store);
    aggregationCases(store);
    valueCases(store);
    mongooseCases(store);
  });
}
