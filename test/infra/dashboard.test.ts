import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { references, synthesised } from './synthesised.ts';

const { stack, of, one } = synthesised('prod');
const Widget = z.looseObject({
  type: z.string(),
  properties: z.looseObject({ title: z.string().default(''), query: z.string().default('') }),
});
const dashboard = one('AWS::CloudWatch::Dashboard', 'Dashboard').Properties['DashboardBody'];
const text: unknown = stack.resolve(dashboard);
const Joined = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });
const [, parts] = Joined.parse(text)['Fn::Join'];
const body = parts.map((part) => (typeof part === 'string' ? part : (references(part)[0] ?? '–'))).join('');
const { widgets } = z.object({ widgets: z.array(Widget) }).parse(JSON.parse(body));
const titled = (title: string) => widgets.find(({ properties }) => properties.title === title);

describe('the dashboard of production', () => {
  it('shows the state of every alarm, so that one look says whether the system is healthy', () => {
    const alarms = of('AWS::CloudWatch::Alarm').map(([id]) => id);
    expect(alarms.length).toBeGreaterThan(30);
    const shown = JSON.stringify(widgets.find(({ type }) => type === 'alarm'));
    expect(alarms.filter((id) => !shown.includes(`"${id}"`))).toEqual([]);
  });

  it('shows how long notices take from their file, by the lines of the steps that write them', () => {
    const { query = '' } = titled('Seconds from file to notice')?.properties ?? {};
    expect(query).toContain('NOTICE_WRITTEN');
    const groups = [...query.matchAll(/SOURCE '(\w+)'/gu)].map(([, id = '']) => id);
    expect(groups.sort()).toEqual([
      expect.stringMatching(/^NotifyBanksLogs/u),
      expect.stringMatching(/^NotifyPoliceLogs/u),
    ]);
  });

  it('shows what the account has spent this month, which AWS counts in one region alone', () => {
    expect(JSON.stringify(titled('Spent this month, US$'))).toMatch(/"EstimatedCharges".*"us-east-1"/u);
  });
});

it('a mail says when a month costs more than the stage expects', () => {
  const { Budget, NotificationsWithSubscribers } = one('AWS::Budgets::Budget', 'ResourcesAlarmsBudget').Properties;
  expect(Budget).toMatchObject({ TimeUnit: 'MONTHLY', BudgetLimit: { Unit: 'USD' } });
  expect(NotificationsWithSubscribers).toEqual(
    ['FORECASTED', 'ACTUAL'].map((NotificationType) => ({
      Notification: { NotificationType, ComparisonOperator: 'GREATER_THAN', Threshold: 100 },
      Subscribers: [{ SubscriptionType: 'EMAIL', Address: expect.stringContaining('@') }],
    })),
  );
  expect(synthesised('dev').of('AWS::Budgets::Budget')).toEqual([]);
});
