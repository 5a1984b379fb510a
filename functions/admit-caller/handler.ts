import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type {
  APIGatewayRequestAuthorizerEventV2 as AuthorizerEvent,
  APIGatewaySimpleAuthorizerWithContextResult as Admission,
} from 'aws-lambda';
import { logger } from '#shared/runtime/log.ts';
import { type AdmitCallerPorts, admitCaller, type AdmittedCaller } from './admit-caller.ts';

/** The function tells the gateway whether a call's token belongs to a client that may call, and to which receiver. */
export const createHandler = (ports: AdmitCallerPorts) =>
  middy<AuthorizerEvent, Admission<Partial<AdmittedCaller>>>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(async ({ headers }) => {
      const caller = await admitCaller(headers?.['authorization'], ports);
      return { isAuthorized: caller !== undefined, context: { ...caller } };
    });
