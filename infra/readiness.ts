import { CfnRule, Fn } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { StageConfig } from './config.ts';

/**
 * CloudFormation itself refuses to create or update a stack whose settings are not complete, whatever tool deploys it.
 * `lacking` has one sentence for each thing that the stage lacks.
 */
export class ReadinessRule extends Construct {
  constructor(scope: Construct, id: string, { lacking }: { readonly lacking: readonly string[] }) {
    super(scope, id);
    if (lacking.length === 0) return;
    new CfnRule(this, 'Settings', {
      assertions: lacking.map((sentence) => ({
        assert: Fn.conditionEquals('complete', 'lacking'),
        assertDescription: sentence,
      })),
    });
  }
}

/** The placeholder addresses that the settings contain until the operator enters real ones. */
const PLACEHOLDER = /@example\.|\.example(?:\/|$)|@localhost$/iu;

/**
 * Lists what a stage with real data still lacks before it may be deployed, one Vietnamese sentence each; empty where it
 * is ready. Synthesis works without these settings, so that the template can be checked before the accounts are known.
 */
export function missingSettings({
  keepsData,
  alarmEmail,
  mailFrom,
  logOrigin,
  residency,
  region,
}: StageConfig): readonly string[] {
  if (!keepsData) return [];
  return [
    ...(alarmEmail === undefined || PLACEHOLDER.test(alarmEmail)
      ? ['alarmEmail chưa phải là hộp thư có người trực: cảnh báo sẽ không đến ai.']
      : []),
    ...(PLACEHOLDER.test(mailFrom) ? ['mailFrom còn là địa chỉ mẫu: không ai nhận được thư báo việc.'] : []),
    ...(PLACEHOLDER.test(logOrigin)
      ? ['logOrigin còn là tên mẫu: tên của sổ nằm trong mọi chứng từ và không đổi được về sau.']
      : []),
    ...(residency === undefined
      ? [
          `residency chưa có văn bản: vùng ${region} ở ngoài Việt Nam, lưu dữ liệu công dân ở đó là chuyển ra nước ngoài (Luật 91/2025 Điều 20) và phải có quyết định trước (docs/decisions/residency.md).`,
        ]
      : []),
  ];
}
