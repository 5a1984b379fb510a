import type { IsoDate } from '../dates.ts';
import type { NoticeLevel } from '../notice/bank-notice.ts';
import type { FieldResult, PersonResult } from '../person-verdict.ts';
import type { Network } from '../rings/network.ts';
import type { Finding } from '../rules/finding.ts';
import type { PersonRole } from '../registration.ts';
