import { CompanyTouched } from '#shared/contracts/messages.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { each, type Park, type Received, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { step } from '#shared/runtime/step.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Files } from '#shared/tables/files.ts';
import { readCoverage } from '#shared/tables/read-coverage.ts';
import type { Verifications } from '#shared/tables/verifications.ts';
import { assessCompany, type BatchContext, type AssessCompanyPorts } from './assess-company.ts';

interface BatchPorts {
  readonly files: Pick<Files, 'coverage'>;
  readonly verifications: Pick<Verifications, 'of'>;
  readonly assessed: Pick<Assessments, 'of'>;
  readonly rulesClock: RulesClock;
  readonly park: Park;
}

const COMPANIES_AT_ONCE = 16;

/** companies queue → facts, bands, rules → assessments table → police and bank notice queues */
export const createHandler = (ports: AssessCompanyPorts & BatchPorts) =>
  step(
    sqsWorker({
      contract: CompanyTouched,
      handle: async (received: readonly Received<CompanyTouched>[]) => {
        const batch = await begin(received, ports);
        const outcomes = await each<CompanyTouched>(COMPANIES_AT_ONCE, (one) => assessCompany(one, batch, ports))(
          received,
        );
        await catchUp(received, batch, ports);
        return outcomes;
      },
      park: ports.park,
    }),
  );

/**
 * A feed may be read to its end while the batch is at work. Its sweep may then have run before these assessments were stored,
 * so the messages are sent again.
 */
async function catchUp(
  received: readonly Received<CompanyTouched>[],
  { coverage }: BatchContext,
  { files, assess, now }: AssessCompanyPorts & BatchPorts,
): Promise<void> {
  const latest = await readCoverage(files, now);
  if (contentId(latest) !== contentId(coverage)) await assess(received.map(({ message }) => message));
}

async function begin(
  received: readonly Received<CompanyTouched>[],
  ports: AssessCompanyPorts & BatchPorts,
): Promise<BatchContext> {
  const gatheredAt = ports.now();
  const codes = received.map(({ message }) => message.enterpriseCode);
  const [coverage, verifications, assessed] = await Promise.all([
    readCoverage(ports.files, ports.now),
    ports.verifications.of(codes),
    ports.assessed.of(codes),
  ]);
  return { gatheredAt, asOf: ports.rulesClock.today(), coverage, verifications, assessed };
}
