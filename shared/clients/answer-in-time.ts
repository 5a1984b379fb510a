/**
 * The connections of the SDK's clients. The SDK itself waits five minutes for an answer, fifteen for one of SQS and for
 * ever for one of S3, longer than a function may run: a single answer that never comes would end the handling of a whole
 * batch. DynamoDB, SQS and S3 begin to answer within a second, and a call that was given up is made again.
 */
export const ANSWER_IN_TIME = {
  connectionTimeout: 5000,
  requestTimeout: 10_000,
  throwOnRequestTimeout: true,
};
