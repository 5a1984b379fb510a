import type { AssessedCompany } from '#shared/tables/assessment-item.ts';

const LONG_AGO = '2020-01-01T00:00:00.000Z';

/** A company that was assessed long ago without findings and whose messages were all sent. */
export const assessedCompany = (enterpriseCode: string, over: Partial<AssessedCompany> = {}): AssessedCompany => ({
  enterpriseCode,
  name: 'CÔNG TY TNHH MẪU',
  registeredOn: '2025-01-01',
  revision: 1,
  notified: true,
  assessmentId: 'a',
  standsSince: LONG_AGO,
  verdict: 'clear',
  confirmed: false,
  activity: 'unknown',
  activityReasons: [],
  score: 0,
  findings: [],
  people: [],
  worklist: [],
  values: [],
  listed: 0,
  accounts: [],
  nextCheckOn: '2099-01-01',
  awaits: {},
  ...over,
});
