import * as z from 'zod';
import type { LocalQueue } from '../create-resources.ts';
import type { Stack } from '../template.ts';
import type { AwsCall } from './calls-in-request.ts';

const Roles = z.object({
  Roles: z.array(z.string()),
  PolicyDocument: z.object({ Statement: z.array(z.looseObject({})) }),
});
const OfFunction = z.object({ Role: z.string() });

export interface Permissions {
  /**
   * Whether the function's own role in the template allows a call; the answer is kept for each function, action and
   * resource.
   */
  allows(functionName: string, call: AwsCall): Promise<boolean>;
  /** A Vietnamese sentence for each call that a role did not allow. */
  readonly refusals: ReadonlySet<string>;
}

/** The permissions of each function, by the policies of its role in the stack, evaluated by an offline simulator of IAM. */
export function permissionsOf(stack: Stack, queues: readonly LocalQueue[]): Permissions {
  // CDK puts statements that do not fit into a role's own policy into a managed policy.
  const policies = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy']
    .flatMap((type) => stack.resources(type))
    .map(({ properties }) => Roles.parse(stack.resolve(properties)));
  const statementsOf = new Map(
    stack.resources('AWS::Lambda::Function').map(({ id, properties }) => {
      const role = OfFunction.parse(stack.resolve({ Role: properties['Role'] })).Role;
      const own = policies.filter(({ Roles: names }) => names.some((name) => role.includes(`:::${name}/`)));
      return [
        String(stack.resolve({ Ref: id })),
        own.flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
      ] as const;
    }),
  );
  // Only where a key's own policy trusts the account do the roles of the account count
  const keyPolicies = new Map(
    stack
      .resources('AWS::KMS::Key')
      .map(({ id, properties }) => [
        String(stack.resolve({ 'Fn::GetAtt': [id, 'Arn'] })),
        stack.resolve(properties['KeyPolicy']),
      ]),
  );
  const queueArns = new Map(queues.map(({ url, arn }) => [url.split('/').at(-1) ?? '', arn]));
  const known = new Map<string, Promise<boolean>>();
  const refusals = new Set<string>();

  const judge = async (functionName: string, { action, resource, context = {} }: AwsCall): Promise<boolean> => {
    const arn = action.startsWith('sqs:') ? (queueArns.get(resource) ?? resource) : resource;
    const isAllowed = await simulate(
      statementsOf.get(functionName) ?? [],
      { action, resource: arn, context },
      keyPolicies.get(arn),
    );
    if (!isAllowed) refusals.add(`Hàm ${functionName} không có quyền ${action} trên ${arn.split(':').at(-1) ?? arn}.`);
    return isAllowed;
  };
  return {
    refusals,
    allows(functionName, call) {
      const key = `${functionName} ${JSON.stringify(call)}`;
      const judged = known.get(key) ?? judge(functionName, call);
      known.set(key, judged);
      return judged;
    },
  };
}

const ACCOUNT = '000000000000';

/** @throws {Error} where the simulator does not understand the policy or the request */
async function simulate(
  Statement: readonly unknown[],
  { action, resource, context }: Required<AwsCall>,
  resourcePolicy: unknown,
): Promise<boolean> {
  const { runSimulation } = await import('@cloud-copilot/iam-simulate');
  // A file's name may have line breaks, at which the simulator's wildcards end and those of AWS do not
  const oneLine = resource.replaceAll(/[\n\r\u2028\u2029]/gu, ' ');
  const policy = { Version: '2012-10-17', Statement };
  const answer = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${ACCOUNT}:role/function`,
        action,
        resource: { resource: oneLine, accountId: ACCOUNT },
        contextVariables: context,
      },
      identityPolicies: [{ name: 'role', policy }],
      ...(resourcePolicy !== undefined && { resourcePolicy }),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (answer.resultType === 'error') throw new Error(answer.errors.message);
  return answer.overallResult === 'Allowed';
}
