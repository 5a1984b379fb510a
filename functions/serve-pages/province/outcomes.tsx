import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import type { OutcomeFigures } from '#shared/domain/outcomes/figures/outcome-figures.ts';
import { monthChart } from '#shared/domain/outcomes/report/month-chart.ts';
import { SummaryList, Table, numeric } from '../layout/components.tsx';
import { Figure } from '../layout/picture.tsx';
import { BarChart } from './bar-chart.tsx';

const AGES = ['Đến 30 ngày', '31 đến 60 ngày', '61 đến 90 ngày', 'Trên 90 ngày'];

/** What became of the flags of the period, in figures and pictures. */
export function Outcomes({ figures: { events, flags, byMonth, pendingByAge } }: { readonly figures: OutcomeFigures }) {
  return (
    <>
      <SummaryList
        entries={[
          ['Doanh nghiệp bị gắn cờ', formatCount(flags.flagged)],
          ['Công an xác nhận', formatCount(flags.confirmed)],
          ['Công an bác bỏ', formatCount(flags.dismissed)],
          ['Tự rút vì hết dấu hiệu', formatCount(flags.fell)],
          ['Chưa kết luận', formatCount(flags.pending)],
          ['Quyết định bị thay đổi sau khi xem lại', formatCount(flags.overturned)],
        ]}
      />
      <BarChart
        label="Từ gắn cờ đến kết luận"
        bars={[
          ['Bị gắn cờ', flags.flagged],
          ['Đã kết luận hoặc tự rút', flags.flagged - flags.pending],
          ['Công an xác nhận', flags.confirmed],
          ['Công an bác bỏ', flags.dismissed],
          ['Tự rút vì hết dấu hiệu', flags.fell],
          ['Chưa kết luận', flags.pending],
        ]}
      />
      <BarChart
        label="Vụ chưa kết luận, theo số ngày từ khi gắn cờ"
        bars={pendingByAge.map((count, band) => [AGES[band] ?? '', count])}
      />
      {Object.keys(byMonth).length > 1 &&
        monthChart(byMonth).map(({ title, says, svg }) => <Figure label={`${title}. ${says}`} svg={svg} />)}
      <Table
        caption="Việc trong kỳ"
        columns={['Việc', numeric('Số lần')]}
        rows={[
          ['Báo ngân hàng', formatCount(events.notifiedBanks)],
          ['Chờ cán bộ duyệt', formatCount(events.proposed)],
          ['Cán bộ duyệt', formatCount(events.released)],
          ['Cán bộ từ chối', formatCount(events.refused)],
          ['Ngân hàng xác nhận đã nhận', formatCount(events.acknowledged)],
          ['Ngân hàng xử lý', formatCount(events.acted)],
          ['Ngân hàng không thấy dấu hiệu', formatCount(events.rejected)],
          ['Rút', formatCount(events.withdrawn)],
          ['Hết hạn', formatCount(events.expired)],
          ['Đề nghị xem lại', formatCount(events.objected)],
          ['Đã xem lại', formatCount(events.reviewed)],
        ]}
      />
    </>
  );
}
