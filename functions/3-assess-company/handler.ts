import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import { CompanyTouched, type SurveyRequested } from '#shared/contracts/messages.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { eachMessage, type Park, type ReceivedMessage, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Files } from '#shared/tables/files.ts';
import { readCoverage } from '#shared/tables/read-coverage.ts';
import type { Verifications } from '#shared/tables/verifications.ts';
import type { ReadMeasures } from '#shared/use-cases/measures-in-force.ts';
import { assessCompany, type AssessCompanyPorts, type BatchContext, isAlreadyHandled } from './assess-company.ts';

interface AssessBatchPorts {
  readonly files: Pick<Files, 'coverage' | 'profile'>;
  readonly survey: SendMessages<SurveyRequested>;
  readonly verifications: Pick<Verifications, 'of'>;
  readonly assessed: Pick<Assessments, 'packed'>;
  readonly rulesClock: RulesClock;
  readonly measures: ReadMeasures;
  readonly park: Park;
}

const COMPANIES_AT_ONCE = 16;

/**
 * The function takes companies from a queue, gathers their facts, counts shared values, applies the rules, stores the
 * assessments, and sends messages to the queues of police and bank notices.
 */
export const createHandler = (ports: AssessCompanyPorts & AssessBatchPorts) =>
  withLogContext(
    sqsWorker({
      contract: CompanyTouched,
      mostHops: LONG_CHAINS['3-assess-company'],
      opened: ports.hash.opened,
      handle: async (received: readonly ReceivedMessage<CompanyTouched>[]) => {
        const { batch, open } = await begin(received, ports);
        let surveyIsDue = false;
        const outcomes = await eachMessage<CompanyTouched>(COMPANIES_AT_ONCE, async (one) => {
          if (open.has(one) && (await assessCompany(one, batch, ports)) === 'survey-due') surveyIsDue = true;
        })(received);
        if (surveyIsDue) await ports.survey([{ reason: 'companies-assessed' }]);
        await catchUp(received, batch, ports);
        return outcomes;
      },
      park: ports.park,
    }),
  );

/**
 * A feed may be read to its end, or the province surveyed, while the batch is being assessed. The sweep that follows
 * may then have run before these assessments were stored, so the messages are sent again.
 */
async function catchUp(
  received: readonly ReceivedMessage<CompanyTouched>[],
  { coverage, profile }: BatchContext,
  { files, assess, now }: AssessCompanyPorts & AssessBatchPorts,
): Promise<void> {
  const [latest, surveyed] = await Promise.all([readCoverage(files, now), files.profile()]);
  const same = contentId({ latest, profile: surveyed?.profile }) === contentId({ latest: coverage, profile });
  if (!same) await assess(received.map(({ message }) => message));
}

/** Reads once for all companies of a batch, and the people only of those whose messages still have something to do. */
async function begin(
  received: readonly ReceivedMessage<CompanyTouched>[],
  ports: AssessCompanyPorts & AssessBatchPorts,
): Promise<{ batch: BatchContext; open: ReadonlySet<ReceivedMessage<CompanyTouched>> }> {
  const gatheredAt = ports.now();
  const [measures, coverage, surveyed, assessed] = await Promise.all([
    ports.measures(),
    readCoverage(ports.files, ports.now),
    ports.files.profile(),
    ports.assessed.packed(received.map(codeOf)),
  ]);
  const known = { measures, assessed, coverage, profile: surveyed?.profile };
  const open = received.filter((one) => !isAlreadyHandled(one, known));
  const verifications = await ports.verifications.of(open.map(codeOf));
  return { batch: { ...known, gatheredAt, asOf: ports.rulesClock.today(), verifications }, open: new Set(open) };
}

const codeOf = ({ message }: ReceivedMessage<CompanyTouched>): string => message.enterpriseCode;
