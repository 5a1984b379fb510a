import type { NoticedAccount, PoliceNoticeContent } from '#shared/domain/notification/notice/police-notice-content.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import { policeScope } from '#shared/domain/notification/notice/scope.ts';
import { boundedNetwork, networkOf, networkOfTies } from '#shared/domain/risk/rings/network.ts';
import { ringAround, type Neighbours } from '#shared/domain/risk/rings/ring-around.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import { MEMBERS_COUNTED } from '#shared/domain/risk/rings/band.ts';
import { valueKey, valueOfKey } from '#shared/domain/risk/rings/value-key.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Links } from '#shared/tables/links.ts';

interface RingPorts {
  readonly assessments: Pick<Assessments, 'of'>;
  readonly links: Pick<Links, 'bands' | 'firstMembers'>;
}

const WIDTH = 8;

/**
 * The values and companies around a company, from its assessment and the links. A value's companies are read only where
 * it has a band, because a band is first stored when a second company shares the value. The reads may lack the last
 * writes: the ring is a picture of the day, and no notice follows from it alone.
 */
export const ringNeighbours = ({ assessments, links }: RingPorts): Neighbours => ({
  async valuesOf(enterpriseCodes) {
    const assessed = await assessments.of(enterpriseCodes);
    return enterpriseCodes.map((code) =>
      (assessed.get(code)?.values ?? []).toSorted().flatMap((value) => valueOfKey(value) ?? []),
    );
  },

  async membersOf(values) {
    const keys = values.map(valueKey);
    const bands = await links.bands(keys, false);
    return inParallel(keys, WIDTH, async (key) => (bands.has(key) ? links.firstMembers(key, MEMBERS_COUNTED) : []));
  },
});

export interface ContentPorts extends RingPorts {
  readonly accounts: Pick<Accounts, 'recorded'>;
  readonly rulesClock: RulesClock;
}

/**
 * The content of the police's notice of a flagged company. The same facts give the same content, in whatever order they
 * came.
 */
export async function noticeContent(assessed: AssessedCompany, ports: ContentPorts): Promise<PoliceNoticeContent> {
  const { enterpriseCode, name, registeredOn, confirmed, score, findings, people, accountsLeftOut } = assessed;
  const asOf = ports.rulesClock.today();
  const neighbours = ringNeighbours(ports);
  const [ring, accounts] = await Promise.all([
    ringAround(enterpriseCode, neighbours, { asOf }),
    accountsOf(assessed, ports),
  ]);
  const network = ring ? networkOf(ring) : await networkOfTies({ enterpriseCode, registeredOn }, neighbours);
  return {
    enterpriseCode,
    name,
    registeredOn,
    level: confirmed ? 'act' : 'watch',
    // Where somebody else may use an account, the company need be no shell
    scope: policeScope(asOf, assessed.accounts.some(({ flag }) => flag === 'account') ? 'account' : 'company'),
    score,
    ruleSet: RULE_SET.version,
    findings,
    people: peopleOf(people),
    accounts,
    ...(accountsLeftOut !== undefined && { accountsLeftOut }),
    ...(network && { network: boundedNetwork(network, enterpriseCode) }),
  };
}

/** The result of each person's comparison, and nothing else about the person. */
export const peopleOf = (people: AssessedCompany['people']): PoliceNoticeContent['people'] =>
  people.map(({ role, maskedDocumentNumber, result, fields, documentStatus }) => ({
    role,
    documentNumber: maskedDocumentNumber,
    result,
    fields,
    documentStatus,
  }));

async function accountsOf({ accounts }: AssessedCompany, ports: ContentPorts): Promise<NoticedAccount[]> {
  const read = await inParallel(accounts, 4, async ({ accountRef, mismatch }) => {
    const account = await ports.accounts.recorded(accountRef);
    if (!account) return [];
    return [{ bank: account.bank, accountNumber: maskNumber(account.accountNumber), representativeMismatch: mismatch }];
  });
  return read.flat();
}
