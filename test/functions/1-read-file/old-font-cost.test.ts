import { expect, it } from 'vitest';
import { judgeBody } from '#test/support/judge-body.ts';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import { activities } from '#test/support/sample-feeds.ts';
import { streamInPieces } from './read-whole.ts';

const SIZE = 256 * 1024;
const PIECE = 64 * 1024;
/** Before words and the last long cell were remembered, such files took eleven to fourteen times as long. */
const MOST_TIMES = 6;

/** A file of activities whose notes are one text. */
function fileOf(note: string): Buffer {
  const row = `0901150498,KIEM_TRA_TRU_SO,10/06/2025,KHONG_TIM_THAY,${note}\n`;
  return Buffer.from(`${activities('').trimEnd()}\n${row.repeat(Math.ceil(SIZE / Buffer.byteLength(row)))}`);
}

/**
 * The least CPU time of four readings for each byte of a file that is judged and read to its end, or of fewer where one is short
 * enough.
 */
async function msPerByte(bytes: Buffer, enough = 0): Promise<number> {
  const source = { folder: 'activities', fileName: 'a.csv', today: '2025-12-31', sender: undefined } as const;
  const times: number[] = [];
  while (times.length < 4 && Math.min(...times) >= enough * bytes.length) {
    const before = process.cpuUsage();
    await judgeBody(streamInPieces(bytes, PIECE), source, { share: 0.2, rows: 10 }, () => true);
    let rows = 0;
    for await (const events of readFeed(streamInPieces(bytes, PIECE), source))
      rows += events.filter(({ type }) => type === 'accepted').length;
    expect(rows).toBeGreaterThan(30);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return Math.min(...times) / bytes.length;
}

it.each([
  ['TCVN3', 'NguyÔn V¨n Hïng TrÇn ThÞ §øc Ph­¬ng L­u '],
  ['VNI', 'Nguyeãn Vaên Huøng Traàn Thò Ñöùc Phöông Löu '],
])('long notes in the old font %s are read within a few times the time of notes in Unicode', async (_font, words) => {
  const honest = await msPerByte(fileOf('Nguyễn Văn Hùng Trần Thị Đức'));
  expect(await msPerByte(fileOf(words.repeat(60)), MOST_TIMES * honest)).toBeLessThan(MOST_TIMES * honest);
});
