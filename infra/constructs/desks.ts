import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Env as ServePages } from '#functions/serve-pages/env.ts';
import type { StageConfig } from '../config.ts';
import { calls } from './access.ts';
import { People } from './people.ts';
import type { Places } from './places.ts';
import { Step } from './step.ts';

interface Props {
  readonly config: StageConfig;
  readonly places: Places;
}

/** All people together; one page is one call. */
const THROTTLE = { rateLimit: 50, burstLimit: 100 };

/** Pages for the people of the office, the police and the banks, under an API of their own: receivers' certificates do not touch it. */
export class Desks extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, { config, places }: Props) {
    super(scope, id);
    const { callers, keepsData, stage } = config;
    const { tables, surroundings, alarms } = places;
    const api = new HttpApi(this, 'Api', { description: 'haukiem: desks', createDefaultStage: false });
    const people = new People(this, 'People', { callers, keepsData, origin: api.apiEndpoint });

    const pages = new Step<ServePages>(this, 'ServePages', {
      folder: 'serve-pages',
      from: 'gate',
      memoryMegabytes: 1024,
      environment: {
        SESSIONS_TABLE: calls(tables.sessions, ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem']),
        SIGN_IN_ISSUER: people.issuer,
        SIGN_IN_CLIENT_ID: people.clientId,
        ALLOW_LOOPBACK: stage === 'local' ? 'yes' : 'no',
      },
      surroundings,
    });

    const integration = new HttpLambdaIntegration('Handler', pages.function);
    for (const method of [HttpMethod.GET, HttpMethod.POST]) {
      const routes = api.addRoutes({ path: '/{proxy+}', methods: [method], integration });
      for (const route of routes) acknowledgeOpen(route);
    }
    for (const route of api.addRoutes({ path: '/', methods: [HttpMethod.GET], integration })) acknowledgeOpen(route);
    const logGroup = new LogGroup(this, 'Calls', {
      retention: surroundings.logDays,
      encryptionKey: surroundings.logKey,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const apiStage = new HttpStage(this, 'Stage', {
      httpApi: api,
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: AccessLogFormat.custom(CALL) },
    });
    alarms.raise(
      this,
      'Failing',
      apiStage.metricServerError(),
      1,
      'Pages fail: officers, investigators and banks cannot see or decide what waits for them.',
    );
    this.url = api.apiEndpoint;
  }
}

function acknowledgeOpen(route: Construct): void {
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'Browsers carry a session cookie, which the function checks; whoever has none is sent to sign in.',
  });
}

/** Which kind of page was asked for when, and what came of it: no path, no address, no cookie. */
const CALL = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  status: '$context.status',
  latency: '$context.responseLatency',
});
