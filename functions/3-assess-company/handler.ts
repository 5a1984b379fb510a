import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import { CompanyTouched, type SurveyRequested } from '#shared/contracts/messages.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { joinedWork } from '#shared/runtime/joined-work.ts';
import { batchHandler } from '#shared/runtime/message-handler.ts';
import { eachMessage, type Park, type ReceivedMessage } from '#shared/runtime/sqs-worker.ts';
import { readCoverage } from '#shared/tables/read-coverage.ts';
import { assessCompany, type AssessCompanyPorts } from './assess-company.ts';
import { type CompaniesAsRead, readCompanies } from './read-companies.ts';

interface AssessBatchPorts extends Omit<AssessCompanyPorts, 'count'> {
  readonly survey: SendMessages<SurveyRequested>;
  readonly park: Park;
}

const COMPANIES_AT_ONCE = 16;

/**
 * The function takes companies from a queue, gathers their facts, counts shared values, applies the rules, stores the
 * assessments, and sends messages to the queues of police and bank notices.
 */
export const createHandler = (ports: AssessBatchPorts) =>
  batchHandler({
    contract: CompanyTouched,
    mostHops: LONG_CHAINS['3-assess-company'],
    opened: ports.hash.opened,
    handle: async (received: readonly ReceivedMessage<CompanyTouched>[]) => {
      const messages = received.map(({ message }) => message);
      const codes = messages.map(({ enterpriseCode }) => enterpriseCode);
      const asRead = await readCompanies(codes, ports);
      const batchPorts: AssessCompanyPorts = { ...ports, count: joinedWork() };
      let surveyIsDue = false;
      const outcomes = await eachMessage<CompanyTouched>(COMPANIES_AT_ONCE, async (message) => {
        if ((await assessCompany(message, asRead, batchPorts)) === 'survey-due') surveyIsDue = true;
      })(received);
      if (surveyIsDue) await ports.survey([{ reason: 'companies-assessed' }]);
      await catchUp(messages, asRead, ports);
      return outcomes;
    },
    park: ports.park,
  });

/**
 * A feed may be read to its end, or the province surveyed, while the batch is being assessed. The sweep that follows
 * may then have run before these assessments were stored, so the messages are sent again.
 */
async function catchUp(
  messages: readonly CompanyTouched[],
  { coverage, profile }: CompaniesAsRead,
  { files, assess, now }: Pick<AssessBatchPorts, 'files' | 'assess' | 'now'>,
): Promise<void> {
  const [latest, surveyed] = await Promise.all([readCoverage(files, now), files.profile()]);
  const same = contentId({ latest, profile: surveyed?.profile }) === contentId({ latest: coverage, profile });
  if (!same) await assess(messages);
}
