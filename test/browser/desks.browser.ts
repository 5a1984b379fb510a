import { afterAll, beforeAll, describe } from 'vitest';
import { bankProvinceOperator } from './desks/bank-province-operator.ts';
import { firstVisits } from './desks/first-visits.ts';
import { officeAndPolice } from './desks/office-and-police.ts';
import { receiversFile } from './receivers-file.ts';
import { type BrowserRun, servedRun } from './served-run.ts';

/** All on one run, because to start one takes longer than most of what people do on it. Each opens pages of its own. */
describe('what people do at the desks, in a browser', () => {
  let run: BrowserRun;
  beforeAll(async () => {
    run = await servedRun(receiversFile());
  });
  afterAll(() => run.stop());

  officeAndPolice(() => run);
  firstVisits(() => run);
  bankProvinceOperator(() => run);
});
