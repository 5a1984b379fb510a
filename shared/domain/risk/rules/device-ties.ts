import type { CompanyProfile } from '../facts/company-profile.ts';
import type { SharedBand } from '../rings/band.ts';
import { figure, type Said } from './figure.ts';
import type { Evidence } from './finding.ts';
import { sharedReceivers } from './partners.ts';
import { OPERATIONAL_INDICATOR, rule, type RulePrecondition, type RuleRecord } from './rule.ts';
import { GROUP, ROWS_OF_KIND, SHARED } from './shared-ties.ts';

type DeviceEvidence = Evidence & { readonly kind: 'device'; readonly companies: number };
type DeviceAndReceiversEvidence = DeviceEvidence & { readonly receivers: number };

const FEW_AT_A_DEVICE = 10;
const isDeviceOfOthers = ({ kind, size }: SharedBand): boolean =>
  kind === 'device' && size > 1 && size < FEW_AT_A_DEVICE;

const hasDeviceOfOthers: RulePrecondition = ({ facts }) => facts.bands.some(isDeviceOfOthers);

/** The device that most other companies use. */
function deviceOfOthers({ facts }: CompanyProfile): DeviceEvidence | undefined {
  const shared = facts.bands.filter(isDeviceOfOthers).sort((a, b) => b.size - a.size)[0];
  return shared && { kind: 'device', companies: shared.size };
}

const deviceInWords = ({ companies }: Said<DeviceEvidence>): string =>
  `Tài khoản được dùng từ thiết bị mà tài khoản của doanh nghiệp khác cũng dùng (nhóm từ ${companies}, dưới 10 doanh nghiệp, kể cả doanh nghiệp này)`;

const DEVICE_BASIS = `mã nghi ngờ 7; ngưỡng là ${OPERATIONAL_INDICATOR}`;

/** The rules about a device from which the accounts of other companies are used, too. */
export const DEVICE_RULES = {
  DEVICE_AND_RECEIVERS_OF_OTHERS: rule<DeviceAndReceiversEvidence>({
    version: 1,
    kind: 'tie',
    madeBy: [],
    question:
      'Tài khoản có được dùng từ thiết bị mà tài khoản của doanh nghiệp khác (dưới 10 doanh nghiệp) cũng dùng, và có trả tiền cho cùng vài tài khoản nhận chính mà chỉ vài doanh nghiệp khác trả (như `RECEIVERS_OF_THE_SAME_FEW`) không?',
    legalBasis: DEVICE_BASIS,
    fact: 'ties',
    restsOn: [...new Set([...ROWS_OF_KIND.device, ...ROWS_OF_KIND.counterparty, 'registrations' as const])],
    milderThan: 'TIED_TO_MOSTLY_BAD',
    // An accountant's clients share his device, and hardly ever whom they pay.
    atMost: 3,
    // A shared device lasts longer than a month.
    urgent: true,
    needs: hasDeviceOfOthers,
    figures: {
      kind: SHARED,
      companies: GROUP,
      receivers: figure.count('số tài khoản nhận chính mà dưới 10 doanh nghiệp cùng trả'),
    },
    evaluate: (reading) => {
      const device = deviceOfOthers(reading);
      const shared = device && sharedReceivers(reading);
      return shared && { ...device, receivers: shared.receivers };
    },
    message: (_, said) =>
      `${deviceInWords(said)}; ${said.receivers} tài khoản nhận chính cũng chỉ vài doanh nghiệp (dưới 10) trả tiền.`,
  }),
  DEVICE_OF_OTHERS: rule<DeviceEvidence>({
    version: 2,
    kind: 'tie',
    madeBy: [],
    question:
      'Tài khoản có được dùng từ thiết bị mà tài khoản của doanh nghiệp khác (dưới 10 doanh nghiệp, không cùng người đứng tên) cũng dùng không?',
    legalBasis: DEVICE_BASIS,
    fact: 'ties',
    restsOn: [...ROWS_OF_KIND.device, 'registrations'],
    milderThan: 'DEVICE_AND_RECEIVERS_OF_OTHERS',
    // An accountant's computer serves several clients, so the weight is limited.
    atMost: 3,
    // A device shared without a common person lasts longer than a month.
    urgent: true,
    needs: hasDeviceOfOthers,
    figures: { kind: SHARED, companies: GROUP },
    evaluate: (reading) =>
      reading.facts.bands.some(({ kind, size }) => kind === 'person' && size > 1) ? undefined : deviceOfOthers(reading),
    message: (_, said) => `${deviceInWords(said)}, tuy không có người đứng tên chung.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
