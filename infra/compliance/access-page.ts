import * as z from 'zod';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { resourcesOfType, referencedIds, type StackResources } from './stack-resources.ts';

const Statements = z.object({
  Statement: z.array(
    z.object({ Effect: z.string(), Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() }),
  ),
});

const DESKS: Readonly<Record<string, string>> = {
  office: 'Cơ quan đăng ký kinh doanh',
  police: 'Cơ quan Công an',
  province: 'Ủy ban nhân dân tỉnh',
  operator: 'Đơn vị vận hành',
  bank: 'Ngân hàng, ví điện tử (chỉ của mình)',
};

/** Writes `docs/compliance/access.md`: who may read and do what, from the roles of the stack and the routes of the desks. */
export function accessPage(resources: StackResources): string {
  return [
    '# Ma trận quyền truy cập',
    '',
    '<!-- Trang này sinh từ mã nguồn: npm run api-docs. -->',
    '',
    '## Người, theo bàn làm việc',
    '',
    'Đăng nhập có xác thực hai lớp; vai trò do nhóm của tài khoản quy định. Trang của bàn khác coi như không có.',
    '',
    '| Bàn | Xem | Làm |',
    '|---|---|---|',
    ...deskRows(),
    '',
    '## Hàm, theo bảng dữ liệu và kho tệp',
    '',
    'Mỗi hàm có một vai trò riêng; dưới đây là toàn bộ những gì vai trò đó được gọi.',
    '',
    '| Hàm | Dữ liệu | Được gọi |',
    '|---|---|---|',
    ...functionRows(resources),
    '',
  ].join('\n');
}

function deskRows(): readonly string[] {
  return Object.entries(DESKS).map(([desk, name]) => {
    const paths = (method: string) =>
      ROUTES.filter((route) => route.desk === desk && route.method === method).map(({ path }) => `\`${path}\``);
    return `| ${name} | ${[...new Set(paths('GET'))].join('<br>')} | ${[...new Set(paths('POST'))].join('<br>')} |`;
  });
}

/** CDK puts statements that do not fit into a role's own policy into a managed policy. */
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];

function functionRows(resources: StackResources): readonly string[] {
  return resourcesOfType(resources, 'AWS::Lambda::Function')
    .map(([, { Properties, Metadata }]) => {
      const [role = ''] = referencedIds(Properties['Role']);
      const policies = POLICIES.flatMap((type) => resourcesOfType(resources, type)).filter(([, policy]) =>
        referencedIds(policy.Properties['Roles']).includes(role),
      );
      return {
        folder: String(Metadata['Haukiem::Function']),
        calls: policies.flatMap(([, policy]) => callsIn(policy.Properties['PolicyDocument'])),
      };
    })
    .sort((a, b) => (a.folder < b.folder ? -1 : 1))
    .flatMap(({ folder, calls }) => {
      const byPlace = Map.groupBy(calls, ({ place }) => place);
      return [...byPlace]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(
          ([place, own]) =>
            `| \`${folder}\` | ${place} | ${[...new Set(own.map(({ call }) => call))].sort().join(', ')} |`,
        );
    });
}

const DATA = /^(?:dynamodb|s3|secretsmanager):/u;

function callsIn(document: unknown): readonly { readonly place: string; readonly call: string }[] {
  const { Statement } = Statements.parse(document);
  return Statement.flatMap(({ Effect, Action, Resource }) => {
    const actions = (Array.isArray(Action) ? Action : [Action]).filter((action) => DATA.test(action));
    const may = Effect === 'Allow' ? '' : 'không được ';
    return (Array.isArray(Resource) ? Resource : [Resource]).flatMap((one) =>
      actions.map((action) => ({ place: placeOf(one), call: `${may}${action.replace(DATA, '')}` })),
    );
  });
}

/** Names a resource like `TablesLinksTable` with its index or prefix, without the hash that CDK adds. */
function placeOf(resource: unknown): string {
  const [id = ''] = referencedIds(resource);
  const [, tail = ''] = /"(\/[^"]*)"/u.exec(JSON.stringify(resource)) ?? [];
  const name = id
    .replace(/^Resources/u, '')
    .replace(/[0-9A-F]{8}$/u, '')
    .replace(/^(?:Tables|Buckets|Secrets)/u, '');
  return JSON.stringify(resource).includes('/receivers/*') ? 'khóa ký của nơi nhận' : `${name}${tail}`;
}
