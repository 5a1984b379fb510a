import { hasProvinceProfileChanged, provinceProfileOf } from '#shared/domain/risk/province/province-profile.ts';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { CompanyTouched } from '#shared/contracts/messages.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { log } from '#shared/runtime/log.ts';
import { OVERTAKEN, type Overtaken, untilWritten } from '#shared/runtime/until-written.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Files } from '#shared/tables/files.ts';
import { readCoverage } from '#shared/tables/read-coverage.ts';

export interface SurveyProvincePorts {
  readonly assessments: Pick<Assessments, 'eachSample'>;
  readonly files: Pick<Files, 'coverage' | 'profile' | 'writeProfile'>;
  readonly assess: SendMessages<CompanyTouched>;
  readonly now: RealClock;
}

/**
 * Surveys all companies, stores the profile, and has the companies for which it changed assessed again. The profile is
 * stored before any message is sent. A repetition changes nothing.
 */
export const surveyProvince = (ports: SurveyProvincePorts): Promise<void> => untilWritten(() => surveyOnce(ports));

async function surveyOnce({ assessments, files, assess, now }: SurveyProvincePorts): Promise<void | Overtaken> {
  const [before, covered] = await Promise.all([files.profile(), readCoverage(files, now)]);
  const samples: CompanySample[] = [];
  await assessments.eachSample(({ sample }) => samples.push(sample));
  const profile = provinceProfileOf(samples, covered);
  samples.length = 0;
  const same = before !== undefined && contentId(before.profile) === contentId(profile);
  if (!same && !(await files.writeProfile(profile, before))) return OVERTAKEN;
  const moved: CompanyTouched[] = [];
  await assessments.eachSample((company) => {
    if (hasProvinceProfileChanged(company, covered, profile)) moved.push({ enterpriseCode: company.enterpriseCode });
  });
  await assess(moved);
  for (const { sender, count, because = 'leans' } of profile.doubted)
    log('SENDER_DOUBTED', { sender, count, reason: because });
  log('DUE_COMPANIES_SENT', { count: moved.length });
  return undefined;
}
