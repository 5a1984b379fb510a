import type { StageConfig } from './config.ts';
import { AWS_LIMITS } from './limits.ts';
import { askAws } from './operator/ask-aws.ts';

/** How many functions may run at once in an account and region; undefined where nobody can say. */
export type AskConcurrency = (region: string) => Promise<number | undefined>;

/** Asks AWS for the limit. */
export const concurrencyLimit: AskConcurrency = async (region) => {
  const words = ['lambda', 'get-account-settings', '--region', region, '--query', 'AccountLimit.ConcurrentExecutions'];
  const limit = Number(await askAws(words).catch(() => undefined));
  return Number.isInteger(limit) && limit > 0 ? limit : undefined;
};

/**
 * Why the account cannot take the stage, as a Vietnamese sentence; undefined where it can. A new account runs ten
 * functions at once and has nothing to reserve, so that a deployment would fail half-way.
 */
export async function lackOfConcurrency(
  { callsAtOnce, region }: Pick<StageConfig, 'callsAtOnce' | 'region'>,
  ask: AskConcurrency,
): Promise<string | undefined> {
  if (callsAtOnce === undefined) return undefined;
  const needed = callsAtOnce.receivers + callsAtOnce.pages + AWS_LIMITS.unreservedConcurrency.value;
  const limit = await ask(region);
  if (limit === undefined) return 'Không hỏi được hạn mức của tài khoản: cần lệnh aws đã đăng nhập (aws sso login).';
  if (limit >= needed) return undefined;
  return `Tài khoản chỉ chạy được ${limit} hàm cùng lúc, cần ít nhất ${needed}: hãy xin tăng hạn mức “Concurrent executions” của Lambda lên ${AWS_LIMITS.accountConcurrency.value} (Service Quotas, L-B99A9384) rồi triển khai.`;
}
