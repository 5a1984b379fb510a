import type { AssessedCompany } from '#shared/tables/assessment-item.ts';

/** The assessment of a company of which a run has begun to write, and none has ended. */
export const NEVER_ASSESSED: Pick<
  AssessedCompany,
  'name' | 'registeredOn' | 'activity' | 'activityReasons' | 'accounts' | 'nextCheckOn' | 'awaits'
> = {
  name: '',
  registeredOn: '',
  activity: 'unknown',
  activityReasons: [],
  accounts: [],
  nextCheckOn: '',
  awaits: {},
};
