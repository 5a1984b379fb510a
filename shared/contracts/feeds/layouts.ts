import { ACCOUNTS } from './accounts.ts';
import { ACTIVITIES } from './activities.ts';
import type { Layout } from './layout.ts';
import type { FeedFolder } from './feed-record.ts';
import { CRIME_REPORTS } from './crime-reports.ts';
import { COUNTERPARTIES } from './counterparties.ts';
import { DEVICES } from './devices.ts';
import { FLOWS } from './flows.ts';
import { INVOICES } from './invoices.ts';
import { IDENTITIES } from './identities.ts';
import { MEMBERS } from './members.ts';
import { OWNERS } from './owners.ts';
import { REGISTER } from './register.ts';
import { REGISTRATIONS } from './registrations.ts';
import { SUBSCRIBERS } from './subscribers.ts';
import { SUSPICIOUS_ACCOUNTS } from './suspicious-accounts.ts';

/** The kinds of rows that each folder may contain; where there are several, the headings decide. */
export const LAYOUTS: Readonly<Record<FeedFolder, readonly Layout[]>> = {
  registrations: [REGISTRATIONS, REGISTER, MEMBERS, OWNERS],
  identities: [IDENTITIES],
  activities: [ACTIVITIES, INVOICES],
  accounts: [ACCOUNTS, FLOWS, COUNTERPARTIES, DEVICES],
  subscribers: [SUBSCRIBERS],
  'suspicious-accounts': [SUSPICIOUS_ACCOUNTS],
  'crime-reports': [CRIME_REPORTS],
};
