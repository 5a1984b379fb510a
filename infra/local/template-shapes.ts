import * as z from 'zod';

export const FunctionName = z.object({ FunctionName: z.string().optional() });
/** `AWS::Lambda::Function`, with CloudFormation's defaults. */
export const FunctionShape = z.object({
  Handler: z.string(),
  Code: z.object({ S3Key: z.string() }),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  RecursiveLoop: z.enum(['Allow', 'Terminate']).default('Terminate'),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).default({ Variables: {} }),
});
/** `AWS::Lambda::EventSourceMapping` of a queue. */
export const MappingShape = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  FunctionResponseTypes: z.array(z.string()).default([]),
  Enabled: z.boolean().default(true),
});
/** The `NotificationConfiguration` of a bucket. */
export const NotificationShape = z.object({
  QueueConfigurations: z
    .array(
      z.object({
        Event: z.string(),
        Queue: z.string(),
        Filter: z
          .object({ S3Key: z.object({ Rules: z.array(z.object({ Name: z.string(), Value: z.string() })) }) })
          .default({ S3Key: { Rules: [] } }),
      }),
    )
    .default([]),
});
const Target = z.object({ Arn: z.string(), Input: z.string().default('{}') });
/** The message and target of an EventBridge schedule (`Target`) or rule (`Targets`). */
export const ScheduleShape = z.object({
  ScheduleExpression: z.string().default(''),
  Target: Target.optional(),
  Targets: z.array(Target).default([]),
});
/** `AWS::ApiGatewayV2::Route`, which maps `GET /v1/notices/{id}` to `integrations/<id>`. */
export const RouteShape = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.string().default('NONE'),
  AuthorizerId: z.string().optional(),
});
/** `AWS::ApiGatewayV2::Authorizer`. */
export const AuthorizerShape = z.object({ Name: z.string() });
export const IntegrationShape = z.object({ IntegrationUri: z.string() });
