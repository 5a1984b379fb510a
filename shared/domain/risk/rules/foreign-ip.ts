import { foreignUseOf } from '../facts/flows.ts';
import { creditOf } from '../facts/means.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { figure } from './figure.ts';
import type { Evidence } from './finding.ts';
import { keptForLast } from './kept-for-last.ts';
import { type RulePrecondition, rule, type RuleRecord } from './rule.ts';
import { percent, roundedShare } from './wording.ts';

const SEVERAL = 0.08;
export const BY_DIRECTIVE = 'Kế hoạch của UBND tỉnh thực hiện Công điện 139/CĐ-TTg (khi có chỉ đạo)';

type ForeignEvidence = Evidence & {
  readonly banks: string;
  readonly credit: number;
  /** The banks that reported from where transactions came, and the number of these transactions. */
  readonly telling: string;
  readonly told: number;
  readonly share: number;
  /** The transactions of which no bank reported it. */
  readonly untold: number;
};

const foreignUse = keptForLast(({ facts }) => foreignUseOf(facts.accounts));

/** Most companies have no such account. */
const usedFromAbroad: RulePrecondition = (reading) => reading.months.length > 0 && foreignUse(reading).share >= SEVERAL;

/** The rule about the places from which accounts are used. */
export const FOREIGN_IP_RULES = {
  FOREIGN_IP: rule<ForeignEvidence>({
    version: 4,
    kind: 'account',
    madeBy: ['flows'],
    question: `Khi tiền vào từ ${formatMoney(PASS_THROUGH.small)} trở lên, có từ ${percent(SEVERAL)} số giao dịch mà ngân hàng báo địa chỉ IP đến từ IP nước ngoài không?`,
    legalBasis: BY_DIRECTIVE,
    fact: 'foreign-ip',
    restsOn: ['flows', 'TO_KHAI_THUE', 'GOP_VON'],
    measure: 'foreignIp',
    needs: usedFromAbroad,
    figures: {
      telling: figure.banks('ngân hàng có báo tỷ lệ IP nước ngoài'),
      told: figure.count('số giao dịch được báo'),
      share: figure.share('tỷ lệ từ IP nước ngoài, trong số giao dịch được báo'),
      untold: figure.count('số giao dịch khác, không được báo'),
      credit: figure.money('tiền vào các tài khoản có số liệu'),
      banks: figure.banks('ngân hàng báo dòng tiền'),
    },
    evaluate: (reading) => {
      const credit = creditOf(reading.months);
      if (credit < PASS_THROUGH.small) return undefined;
      const { share, banks: telling, told, untold } = foreignUse(reading);
      // A foreign owner uses the accounts from abroad, which is no sign.
      if (share < SEVERAL || reading.facts.people.some((person) => person.foreign)) return undefined;
      return { banks: reading.banks, credit, telling, told, share: roundedShare(share), untold };
    },
    message: ({ untold }, said) =>
      `${said.share} trong ${said.told} giao dịch mà ngân hàng ${said.telling} báo tỷ lệ IP nước ngoài là từ IP nước ngoài${untold === 0 ? '' : ` (${said.untold} giao dịch khác không được báo)`}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
