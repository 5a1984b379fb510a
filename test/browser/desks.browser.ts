import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { bankProvinceOperator } from './desks/bank-province-operator.ts';
import { everyPage } from './desks/every-page.ts';
import { firstVisits } from './desks/first-visits.ts';
import { officeAndPolice } from './desks/office-and-police.ts';
import { seenByOthers } from './desks/seen-by-others.ts';
import { guides } from './guides/guides.ts';
import { receiversFile } from './receivers-file.ts';
import { type BrowserRun, servedRun } from './served-run.ts';

/**
 * All on one run, because to start one takes longer than most of what people do on it. The order counts: the police's page
 * of objections shows the one that a clerk sends before, and who follows the guides changes much.
 */
describe('what people do at the desks, in a browser', () => {
  let run: BrowserRun;
  beforeAll(async () => {
    run = await servedRun(receiversFile());
  });
  afterEach(() => run.endVisits());
  afterAll(() => run.stop());

  officeAndPolice(() => run);
  firstVisits(() => run);
  bankProvinceOperator(() => run);
  everyPage(() => run);
  seenByOthers(() => run);
  guides(() => run);
});
